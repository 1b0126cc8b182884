using System.Collections.Immutable;
using HomelabPortal.Cloudflare;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Writing;

/// <summary>Writes changes of one zone: read, compare with what the plan saw, write in transactions, and read when in doubt.</summary>
internal sealed class DnsZoneWriter(CloudflareClient client, ZoneSnapshotBook snapshots, Func<string, string> nameOf)
{
    public async Task<IReadOnlyList<ChangeOutcome>> WriteAsync(string zoneId, ImmutableArray<Change> changes, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<LiveRecord> records;
        try
        {
            records = await ReadAsync(zoneId, cancellationToken);
        }
        catch (CloudflareApiException fault)
        {
            return [.. changes.Select(change => ChangeOutcome.Failed(change, CloudflareFaults.Of(fault)))];
        }

        var outcomes = new List<ChangeOutcome>();
        var open = new List<Change>();
        foreach (var change in changes)
        {
            if (WithoutWriting(change, records) is { } outcome)
                outcomes.Add(outcome);
            else
                open.Add(change);
        }

        if (open.Count > 0)
            await snapshots.TakeAsync(zoneId, nameOf(zoneId), records, ReasonOf(open), cancellationToken);
        foreach (var batch in DnsBatchPlan.Cut(open))
            outcomes.AddRange(await SendAsync(zoneId, batch, cancellationToken));
        return outcomes;
    }

    /// <summary>What needs no write, or must not be written because the zone moved on.</summary>
    private static ChangeOutcome? WithoutWriting(Change change, IReadOnlyCollection<LiveRecord> records)
    {
        if (change is { Kind: ChangeKind.Release, After: null })
            // A list that left something out must not make us forget what is still there.
            return DnsReadBack.IsAsPlanned(change, records) ? Moved(change) : ChangeOutcome.Applied(change, null);
        if (DnsReadBack.Of(change, records) is { HasTakenEffect: true } done)
            return ChangeOutcome.Applied(change, done.Entry);
        return DnsReadBack.IsAsPlanned(change, records) ? null : Moved(change);
    }

    private async Task<IReadOnlyList<ChangeOutcome>> SendAsync(string zoneId, DnsBatchPlan batch, CancellationToken cancellationToken)
    {
        try
        {
            var result = await client.BatchRecordsAsync(zoneId, batch.ToBatch(), cancellationToken);
            return batch.IdsIn(result) is { } ids
                ? [.. batch.Changes.Select(change => ChangeOutcome.Applied(change, DnsReadBack.LeavesNothing(change) ? null : DnsReadBack.EntryOf(change, ids[change.Key])))]
                : await SettleAsync(zoneId, batch, new TargetFault(FaultKind.Retry, "Cloudflare's answer did not name the records it made."), cancellationToken);
        }
        catch (CloudflareApiException fault) when (CloudflareFaults.IsAboutContent(fault) && batch.Changes.Length > 1)
        {
            // One bad record threw the whole transaction away: alone, the good ones go through.
            return await SendEachAsync(zoneId, batch, cancellationToken);
        }
        catch (CloudflareApiException fault) when (CloudflareFaults.IsUncertain(fault) || fault.Kind == CloudflareErrorKind.RecordConflict)
        {
            return await SettleAsync(zoneId, batch, CloudflareFaults.Of(fault), cancellationToken);
        }
        catch (CloudflareApiException fault)
        {
            return [.. batch.Changes.Select(change => ChangeOutcome.Failed(change, CloudflareFaults.Of(fault)))];
        }
    }

    private async Task<IReadOnlyList<ChangeOutcome>> SendEachAsync(string zoneId, DnsBatchPlan batch, CancellationToken cancellationToken)
    {
        var outcomes = new List<ChangeOutcome>();
        foreach (var change in batch.Changes)
            outcomes.AddRange(await SendAsync(zoneId, new DnsBatchPlan([change]), cancellationToken));
        return outcomes;
    }

    /// <summary>Only reading tells what became of it: a lost answer, or a record that stands there already and may be ours.</summary>
    private async Task<IReadOnlyList<ChangeOutcome>> SettleAsync(string zoneId, DnsBatchPlan batch, TargetFault fault, CancellationToken cancellationToken)
    {
        try
        {
            var records = await ReadAsync(zoneId, cancellationToken);
            return
            [
                .. batch.Changes.Select(change => DnsReadBack.Of(change, records) is { HasTakenEffect: true } done
                    ? ChangeOutcome.Applied(change, done.Entry)
                    : ChangeOutcome.Failed(change, fault)),
            ];
        }
        catch (CloudflareApiException)
        {
            return [.. batch.Changes.Select(change => ChangeOutcome.Uncertain(change, fault))];
        }
    }

    private async Task<IReadOnlyCollection<LiveRecord>> ReadAsync(string zoneId, CancellationToken cancellationToken) =>
        [.. (await client.ListRecordsAsync(zoneId, cancellationToken)).Select(DnsRecordMapping.ToLive)];

    private static string ReasonOf(List<Change> changes) =>
        $"before “{changes[0].Verb} {changes[0].Description}”" + (changes.Count > 1 ? $" and {changes.Count - 1} more" : "");

    private static ChangeOutcome Moved(Change change) => ChangeOutcome.Failed(
        change, new TargetFault(FaultKind.Retry, $"{change.Description}: the zone changed after the plan was made. Nothing was written; it is planned afresh."));
}
