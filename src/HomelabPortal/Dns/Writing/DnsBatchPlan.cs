using System.Collections.Immutable;
using HomelabPortal.Cloudflare;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Writing;

/// <summary>Pure: changes of one zone as one transaction, and its answer as ledger entries.</summary>
internal sealed record DnsBatchPlan(ImmutableArray<Change> Changes)
{
    private enum Operation
    {
        Delete,
        Patch,
        Post,
        Swap,
    }

    /// <summary>Cuts changes into transactions that Cloudflare takes; a swap counts twice and is never cut apart.</summary>
    public static IEnumerable<DnsBatchPlan> Cut(IEnumerable<Change> changes)
    {
        var current = ImmutableArray.CreateBuilder<Change>();
        var size = 0;
        foreach (var change in changes)
        {
            var weight = OperationOf(change) == Operation.Swap ? 2 : 1;
            if (size + weight > DnsRecordBatch.Limit)
            {
                yield return new DnsBatchPlan(current.ToImmutable());
                current.Clear();
                size = 0;
            }

            current.Add(change);
            size += weight;
        }

        if (current.Count > 0)
            yield return new DnsBatchPlan(current.ToImmutable());
    }

    public DnsRecordBatch ToBatch() => new()
    {
        Deletes = [.. Of(Operation.Delete, Operation.Swap).Select(change => change.RemoteId!)],
        Patches = [.. Of(Operation.Patch).Select(change => DnsRecordMapping.ToPatch(change.RemoteId!, DnsImage.From(change.Before!), DnsImage.From(change.After!)))],
        Posts = [.. Of(Operation.Post, Operation.Swap).Select(change => DnsRecordMapping.ToNew(DnsImage.From(change.After!)))],
    };

    /// <summary>The answer lists what was made in the order of the request; an answer that does not fit is null.</summary>
    public IReadOnlyDictionary<ResourceKey, string>? IdsIn(DnsRecordBatchResult result)
    {
        var posts = Of(Operation.Post, Operation.Swap).ToList();
        if (posts.Count != (result.Posts?.Count ?? 0))
            return null;
        var made = posts.Zip(result.Posts ?? [], (change, record) => (change.Key, record.Id));
        var kept = Of(Operation.Patch).Select(change => (change.Key, change.RemoteId!));
        return made.Concat(kept).ToDictionary(pair => pair.Key, pair => pair.Item2);
    }

    private IEnumerable<Change> Of(params Operation[] operations) => Changes.Where(change => operations.Contains(OperationOf(change)));

    private static Operation OperationOf(Change change)
    {
        if (change.After is null)
            return Operation.Delete;
        if (change.Before is null)
            return Operation.Post;
        return DnsImage.From(change.Before).Value.Type == DnsImage.From(change.After).Value.Type ? Operation.Patch : Operation.Swap;
    }
}
