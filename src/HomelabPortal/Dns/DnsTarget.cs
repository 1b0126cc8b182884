using System.Collections.Immutable;
using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns;

/// <summary>Cloudflare DNS as the reconciler sees it: whole zones are read, and written in transactions.</summary>
internal sealed class DnsTarget(LabConnections connections) : ITarget
{
    public string Name => DnsView.Target;

    public (ChangeStage Withdraw, ChangeStage Build) Stages => (ChangeStage.WithdrawDns, ChangeStage.BuildDns);

    public async Task<ITargetView> ObserveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var client = Client.For(RequestPriority.Verify);
            var zones = ImmutableArray.CreateBuilder<DnsZone>();
            foreach (var zone in await client.ListZonesAsync(cancellationToken))
            {
                if (connections.CloudflareAccountId is not { } account || zone.Account?.Id is null || zone.Account.Id == account)
                    zones.Add(DnsRecordMapping.ToZone(zone, await client.ListRecordsAsync(zone.Id, cancellationToken)));
            }

            return new DnsView(zones.ToImmutable());
        }
        catch (CloudflareApiException fault)
        {
            throw CloudflareFaults.Exception(fault);
        }
    }

    public async Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken)
    {
        var writer = new DnsZoneWriter(Client);
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
            return DnsReadBack.Of(change, records.Select(DnsRecordMapping.ToLive));
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
