using System.Collections.Immutable;
using HomelabPortal.Cloudflare;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Writing;

/// <summary>Cloudflare DNS as the reconciler sees it: whole zones are read, and written in transactions.</summary>
internal sealed class DnsTarget(LabConnections connections, Live<DnsState> live, ZoneSnapshotBook snapshots) : ITarget
{
    public string Name => DnsView.Target;

    public (ChangeStage Withdraw, ChangeStage Build) Stages => (ChangeStage.WithdrawDns, ChangeStage.BuildDns);

    /// <summary>Every look is published, so that pages show what plans are made from.</summary>
    public async Task<ITargetView> ObserveAsync(CancellationToken cancellationToken)
    {
        if (connections.Cloudflare is null)
            live.PublishFault(LabConnections.CloudflareHelp);
        try
        {
            var client = Client.For(RequestPriority.Verify);
            var zones = ImmutableArray.CreateBuilder<DnsZone>();
            foreach (var zone in await client.ListZonesAsync(cancellationToken))
            {
                if (connections.CloudflareAccountId is not { } account || zone.Account?.Id is null || zone.Account.Id == account)
                    zones.Add(DnsRecordMapping.ToZone(zone, await client.ListRecordsAsync(zone.Id, cancellationToken)));
            }

            var state = new DnsState(zones.ToImmutable());
            live.Publish(state);
            return new DnsView(state.Zones);
        }
        catch (CloudflareApiException fault)
        {
            live.PublishFault(fault.Message);
            throw CloudflareFaults.Exception(fault);
        }
    }

    public async Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken)
    {
        var writer = new DnsZoneWriter(Client, snapshots, zoneId => live.Current.Value.Zones.FirstOrDefault(zone => zone.Id == zoneId)?.Name ?? zoneId);
        var outcomes = ImmutableArray.CreateBuilder<ChangeOutcome>(batch.Length);
        foreach (var zone in batch.GroupBy(ZoneOf))
            outcomes.AddRange(await writer.WriteAsync(zone.Key, [.. zone], cancellationToken));
        return outcomes.ToImmutable();
    }

    public async Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken)
    {
        try
        {
            var records = await Client.ListRecordsAsync(ZoneOf(change), cancellationToken);
            return DnsReadBack.Of(change, [.. records.Select(DnsRecordMapping.ToLive)]);
        }
        catch (CloudflareApiException fault)
        {
            throw CloudflareFaults.Exception(fault);
        }
    }

    private CloudflareClient Client =>
        connections.Cloudflare ?? throw new TargetException(new TargetFault(FaultKind.NotConnected, LabConnections.CloudflareHelp));

    private static string ZoneOf(Change change) => DnsImage.From((change.After ?? change.Before)!).ZoneId;
}
