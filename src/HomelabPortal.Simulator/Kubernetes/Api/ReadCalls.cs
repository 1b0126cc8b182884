using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Answers get and list.</summary>
internal sealed class ReadCalls(KubernetesStore store)
{
    private const int FlushAt = 256 * 1024;
    private readonly PagingSnapshots _pages = new(store.Time);

    public Task GetAsync(HttpContext context, ApiRequest request)
    {
        var items = Stale(context, request)?.Items ?? store.Snapshot(request.Resource).Items;
        if (context.Request.Query["resourceVersion"].ToString() is { Length: > 0 } text && long.TryParse(text, out var version)) CheckFuture(version);
        var item = items.GetValueOrDefault(StoredObject.KeyOf(request.Namespace, request.Name!)) ?? throw Statuses.NotFound(request.Resource, request.Name!);
        return Answers.WriteAsync(context, item.ToBytes(request.Version));
    }

    public async Task ListAsync(HttpContext context, ApiRequest request)
    {
        var query = ListQuery.Parse(request, context.Request.Query);
        var token = query.Continue.Length == 0 ? null : ContinueToken.Parse(query.Continue);
        var snapshot = token is null ? Start(context, request, query) : Resume(request, token);
        // The watch cache answers RV "0" and ignores the limit, as the real server did in this version.
        var limit = query.ResourceVersion == 0 ? 0 : query.Limit;
        var page = Page(snapshot.Items, query, token?.Start, limit, out var more);
        var next = more > 0 ? new ContinueToken(snapshot.ResourceVersion, page[^1].Key).ToString() : null;
        if (next is not null) _pages.Keep(request.Resource, snapshot);
        Answers.Begin(context, 200);
        var metadata = Metadata(snapshot.ResourceVersion, next, query.Filter.IsScopeOnly ? more : 0);
        if (PartialObjects.AreAskedFor(context.Request)) await PartialObjects.WriteAsync(context.Response.BodyWriter, page, metadata, context.RequestAborted);
        else await WriteAsync(context.Response.BodyWriter, request, page, metadata, context.RequestAborted);
    }

    private StoreSnapshot Start(HttpContext context, ApiRequest request, ListQuery query)
    {
        if (Stale(context, request) is { } stale) return stale;
        if (query.ResourceVersion is not (> 0 and var wanted)) return store.Snapshot(request.Resource);
        CheckFuture(wanted);
        if (query.Match != "Exact") return store.Snapshot(request.Resource);
        return store.At(request.Resource, wanted) is { } items
            ? new StoreSnapshot(items, wanted)
            : throw Statuses.Expired(wanted, store.ResourceVersion);
    }

    private StoreSnapshot Resume(ApiRequest request, ContinueToken token) =>
        token.ResourceVersion == ContinueToken.Inconsistent
            ? store.Snapshot(request.Resource)
            : _pages.Find(request.Resource, token.ResourceVersion)
                ?? throw Statuses.TokenExpired(new ContinueToken(ContinueToken.Inconsistent, token.Start).ToString());

    private StoreSnapshot? Stale(HttpContext context, ApiRequest request) =>
        context.Features.Get<RequestFaults>()?.Stale is { } fault && store.At(request.Resource, fault.Stamp) is { } items
            ? new StoreSnapshot(items, fault.Stamp)
            : null;

    private void CheckFuture(long wanted)
    {
        if (wanted > store.ResourceVersion) throw Statuses.TooLarge(wanted, store.ResourceVersion);
    }

    private static List<StoredObject> Page(ImmutableSortedDictionary<string, StoredObject> items, ListQuery query, string? after, int limit, out int more)
    {
        List<StoredObject> page = [];
        more = 0;
        foreach (var (key, item) in items)
        {
            if (after is not null && string.CompareOrdinal(key, after) <= 0) continue;
            if (!query.Filter.Matches(item)) continue;
            if (limit == 0 || page.Count < limit) page.Add(item);
            else more++;
        }
        return page;
    }

    private static string Metadata(long version, string? next, int remaining)
    {
        var metadata = new StringBuilder().Append(CultureInfo.InvariantCulture, $"\"resourceVersion\":\"{version}\"");
        if (next is not null) metadata.Append(CultureInfo.InvariantCulture, $",\"continue\":\"{next}\"");
        if (remaining > 0) metadata.Append(CultureInfo.InvariantCulture, $",\"remainingItemCount\":{remaining}");
        return metadata.ToString();
    }

    private static async Task WriteAsync(PipeWriter writer, ApiRequest request, List<StoredObject> page, string metadata, CancellationToken cancellationToken)
    {
        writer.Write(Encoding.UTF8.GetBytes(
            $$"""{"kind":"{{request.Resource.ListKind}}","apiVersion":"{{request.ApiVersion}}","metadata":{{{metadata}}},"items":["""));
        // Only the items of custom resources say what they are, as on the real server.
        var head = request.Resource.IsCustom ? StoredObject.Head(request.Resource, request.Version) : "{"u8.ToArray();
        for (var at = 0; at < page.Count; at++)
        {
            if (at > 0) writer.Write(","u8);
            writer.Write(head);
            writer.Write(page[at].Body.Span);
            if (writer.UnflushedBytes > FlushAt) await writer.FlushAsync(cancellationToken);
        }
        writer.Write("]}"u8);
        await writer.FlushAsync(cancellationToken);
    }
}
