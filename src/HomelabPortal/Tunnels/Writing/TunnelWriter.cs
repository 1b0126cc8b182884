using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.History;

namespace HomelabPortal.Tunnels.Writing;

/// <summary>
/// Puts a batch of rule changes into the document with one write.
/// Cloudflare has no conditional write, so the version is read again just before it, and what moved meanwhile is merged anew.
/// After the write it is read once more: whoever wrote on top of us without knowing of it lost our rules, and they are merged in again.
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
        var hasWritten = false;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var merge = TunnelMerge.Of(current.Document, changes);
            if (merge.Open.IsEmpty)
                return merge.Settled;
            var again = await ReadAsync(accountId, tunnelId, cancellationToken);
            if (again.Version == current.Version)
            {
                var (outcomes, now) = await PutAsync(accountId, tunnelId, merge, cancellationToken);
                // Once is chance; whoever undoes it again is a dispute for the next passes, not for a race here.
                if (now is null || hasWritten || merge.Open.All(change => TunnelDocument.Holds(now.Document, change)))
                    return [.. merge.Settled, .. outcomes];
                (hasWritten, again) = (true, now);
            }

            current = again;
            await Task.Delay(_pause * attempt, time, cancellationToken);
        }

        var fault = new TargetFault(FaultKind.Retry, "Somebody else keeps changing the tunnel's rules. Nothing was written; it is tried again.");
        return [.. changes.Select(change => ChangeOutcome.Failed(change, fault))];
    }

    public static LedgerEntry? EntryOf(Change change) =>
        change.After is null ? null : new LedgerEntry(change.Key, change.OwnerId, change.RemoteId, change.After.DeepClone());

    /// <returns>What came of it, and the document as it stands after; null when that could not be told.</returns>
    private async Task<(IEnumerable<ChangeOutcome> Outcomes, TunnelConfiguration? Now)> PutAsync(
        string accountId, string tunnelId, TunnelMerge merge, CancellationToken cancellationToken)
    {
        try
        {
            var written = await client.PutTunnelConfigurationAsync(accountId, tunnelId, merge.Document, cancellationToken);
            await history.KeepAsync(tunnelId, written.Version, written.Document, isOurs: true, cancellationToken);
            return (merge.Open.Select(change => ChangeOutcome.Applied(change, EntryOf(change))), await ReadBackAsync(accountId, tunnelId, cancellationToken));
        }
        catch (CloudflareApiException fault) when (CloudflareFaults.IsUncertain(fault))
        {
            return (await SettleAsync(accountId, tunnelId, merge, CloudflareFaults.Of(fault), cancellationToken), null);
        }
    }

    private async Task<TunnelConfiguration?> ReadBackAsync(string accountId, string tunnelId, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(accountId, tunnelId, cancellationToken);
        }
        catch (CloudflareApiException)
        {
            // The write itself was answered; the pass looks again by itself and says what it sees.
            return null;
        }
    }

    /// <summary>The answer was lost: only reading tells whether the document was replaced.</summary>
    private async Task<IEnumerable<ChangeOutcome>> SettleAsync(
        string accountId, string tunnelId, TunnelMerge merge, TargetFault fault, CancellationToken cancellationToken)
    {
        try
        {
            var now = await client.GetTunnelConfigurationAsync(accountId, tunnelId, cancellationToken);
            await history.KeepAsync(tunnelId, now.Version, now.Document, JsonNode.DeepEquals(now.Document, merge.Document), cancellationToken);
            return merge.Open.Select(change => TunnelDocument.Holds(now.Document, change)
                ? ChangeOutcome.Applied(change, EntryOf(change))
                : ChangeOutcome.Failed(change, fault));
        }
        catch (CloudflareApiException)
        {
            return merge.Open.Select(change => ChangeOutcome.Uncertain(change, fault));
        }
    }

    private async Task<TunnelConfiguration> ReadAsync(string accountId, string tunnelId, CancellationToken cancellationToken)
    {
        var configuration = await client.GetTunnelConfigurationAsync(accountId, tunnelId, cancellationToken);
        await history.KeepAsync(tunnelId, configuration.Version, configuration.Document, isOurs: false, cancellationToken);
        return configuration;
    }
}
