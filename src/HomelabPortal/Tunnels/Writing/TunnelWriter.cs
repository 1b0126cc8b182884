using HomelabPortal.Tunnels.History;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Writing;

/// <summary>
/// Puts a batch of rule changes into the document with one write.
/// Cloudflare has no conditional write, so the version is read again just before it; what moved meanwhile is merged anew.
/// </summary>
internal sealed class TunnelWriter(CloudflareClient client, TunnelDocumentHistory history, TimeProvider time)
{
    private const int Attempts = 5;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    /// <exception cref="CloudflareApiException">Nothing was written: reading failed, or the write was refused.</exception>
    public async Task<IReadOnlyList<ChangeOutcome>> WriteAsync(
        string accountId, string tunnelId, ImmutableArray<Change> changes, CancellationToken cancellationToken)
    {
        var current = await ReadAsync(accountId, tunnelId, cancellationToken);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var merge = Merge(current, changes);
            if (merge.Open.IsEmpty)
                return merge.Settled;
            var again = await ReadAsync(accountId, tunnelId, cancellationToken);
            if (again.Version == current.Version)
                return [.. merge.Settled, .. await PutAsync(accountId, tunnelId, merge, cancellationToken)];
            current = again;
            await Task.Delay(_pause * attempt, time, cancellationToken);
        }

        var fault = new TargetFault(FaultKind.Retry, "Somebody else keeps changing the tunnel's rules. Nothing was written; it is tried again.");
        return [.. changes.Select(change => ChangeOutcome.Failed(change, fault))];
    }

    /// <summary>A merged document with the changes it carries, and those that need no write or must not be written.</summary>
    private sealed record Merged(JsonObject Document, ImmutableArray<Change> Open, ImmutableArray<ChangeOutcome> Settled);

    private static Merged Merge(TunnelConfiguration current, ImmutableArray<Change> changes)
    {
        var settled = ImmutableArray.CreateBuilder<ChangeOutcome>();
        var open = ImmutableArray.CreateBuilder<Change>();
        foreach (var change in changes)
        {
            if (TunnelDocument.Holds(current.Document, change))
                settled.Add(ChangeOutcome.Applied(change, EntryOf(change)));
            else if (IsAsPlanned(current.Document, change))
                open.Add(change);
            else
                settled.Add(ChangeOutcome.Failed(change, new TargetFault(FaultKind.Retry, $"The rule of {change.Key.Name} changed after the plan was made. Nothing was written; it is planned afresh.")));
        }

        return new Merged(TunnelDocument.Merge(current.Document, open), open.ToImmutable(), settled.ToImmutable());
    }

    private static bool IsAsPlanned(JsonObject document, Change change)
    {
        var live = TunnelDocument.Find(document, change.Key.Name);
        return change.Before is null ? live is null : live is { } rule && rule.IsEquivalentTo(change.Before);
    }

    private async Task<IEnumerable<ChangeOutcome>> PutAsync(string accountId, string tunnelId, Merged merge, CancellationToken cancellationToken)
    {
        try
        {
            await client.PutTunnelConfigurationAsync(accountId, tunnelId, merge.Document, cancellationToken);
            return merge.Open.Select(change => ChangeOutcome.Applied(change, EntryOf(change)));
        }
        catch (CloudflareApiException fault) when (CloudflareFaults.IsUncertain(fault))
        {
            return await SettleAsync(accountId, tunnelId, merge.Open, CloudflareFaults.Of(fault), cancellationToken);
        }
    }

    /// <summary>The answer was lost: only reading tells whether the document was replaced.</summary>
    private async Task<IEnumerable<ChangeOutcome>> SettleAsync(
        string accountId, string tunnelId, ImmutableArray<Change> changes, TargetFault fault, CancellationToken cancellationToken)
    {
        try
        {
            var now = await ReadAsync(accountId, tunnelId, cancellationToken);
            return changes.Select(change => TunnelDocument.Holds(now.Document, change)
                ? ChangeOutcome.Applied(change, EntryOf(change))
                : ChangeOutcome.Failed(change, fault));
        }
        catch (CloudflareApiException)
        {
            return changes.Select(change => ChangeOutcome.Uncertain(change, fault));
        }
    }

    private async Task<TunnelConfiguration> ReadAsync(string accountId, string tunnelId, CancellationToken cancellationToken)
    {
        var configuration = await client.GetTunnelConfigurationAsync(accountId, tunnelId, cancellationToken);
        await history.KeepAsync(tunnelId, configuration.Version, configuration.Document, cancellationToken);
        return configuration;
    }

    public static LedgerEntry? EntryOf(Change change) =>
        change.After is null ? null : new LedgerEntry(change.Key, change.OwnerId, change.RemoteId, change.After.DeepClone());
}
