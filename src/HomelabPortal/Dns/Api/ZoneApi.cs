using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Importing;
using HomelabPortal.Dns.Pages;
using HomelabPortal.Dns.Pages.Records;
using HomelabPortal.Dns.ZoneFiles;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Dns.Api;

/// <summary>Zones and their records as they were last seen.</summary>
internal static class ZoneApi
{
    private const int MostText = 900_000;

    public static void MapZoneApi(this RouteGroupBuilder api)
    {
        var zones = api.MapGroup("/dns/zones").WithTags("DNS");
        zones.MapGet("", (Live<DnsState> live) => Listing<ZoneResource>.Of(Freshness.Of(live.Current), live.Current.Value.Zones.Select(ZoneOf)))
            .RequireAct(Act.SeeLab).Produces<Listing<ZoneResource>>().WithSummary("All zones of the account");
        zones.MapGet("/{zone}/records", Records).RequireAct(Act.SeeLab).Produces<Listing<ZoneRecordResource>>().Fails(404).WithSummary("Every record of a zone, and whose it is");
        zones.MapGet("/{zone}/file", File).RequireAct(Act.SeeLab).Produces<ZoneFileResource>().Fails(404).WithSummary("A zone as BIND text");
        zones.MapPost("/{zone}/comparison", Compare).RequireAct(Act.SeeLab).Produces<ComparisonResource>().Fails(404).WithSummary("A zone file beside the zone; nothing is saved");
    }

    public static DnsZone Find(Live<DnsState> live, string zone) =>
        live.Current.Value.Zones.FirstOrDefault(candidate => candidate.Name == zone || candidate.Id == zone) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));

    private static ZoneResource ZoneOf(DnsZone zone) => new(zone.Id, zone.Name, zone.Status, zone.IsPaused, ZoneHealth.Of(zone).Help, zone.Records.Length);

    private static Listing<ZoneRecordResource> Records(
        string zone, Live<DnsState> live, DesiredStore desired, Live<ReconcileStatus> status, Live<ClusterState> cluster, Live<TunnelState> tunnels)
    {
        var lines = RecordLines.Of([Find(live, zone)], desired.Current, status.Current.Value, new Destinations(cluster.Current.Value, tunnels.Current));
        return Listing<ZoneRecordResource>.Of(Freshness.Of(live.Current), lines.Select(ZoneRecordResource.Of));
    }

    private static ApiAnswer File(string zone, Live<DnsState> live)
    {
        var found = Find(live, zone);
        var at = live.Current.AsOf ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
        return ApiAnswer.Of(new ZoneFileResource(found.Name, at, ZoneFileWriter.Write(found.Name, found.Records, at)));
    }

    private static ApiAnswer Compare(string zone, JsonBody<ZoneFileWish> body, Live<DnsState> live, DesiredStore desired)
    {
        var found = Find(live, zone);
        if (body.Value.Text is not { Length: > 0 and <= MostText } text)
            throw new ProblemException(Problem.Invalid("text", "Send the zone file as text, at most 900 kB, for example nas IN A 192.0.2.10."));
        var file = ZoneFileReader.Read(text, found.Name);
        return ApiAnswer.Of(ComparisonResource.Of(file, ZoneFileComparison.Of(file, found, desired.Current)));
    }
}
