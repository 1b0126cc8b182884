using HomelabPortal.Cluster.Pods;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Map.Reading;

/// <summary>
/// Pure: everything that a hostname passes, from its trace. Where a trace sums pods up, the map shows each.
/// <code>
/// station          on the map
/// DNS              the hostname, which begins the way
/// tunnel           the tunnel
/// address          the address in the house
/// route            the ingress
/// service          the service
/// pods             each of its pods, on their nodes
/// storage          the claims of each of these pods
/// machine          the container behind the port; without one, the machine
/// GPU              the cards of that machine
/// anything else    nothing of its own
/// </code>
/// </summary>
internal static class PathReader
{
    public static MapPath Of(TraceReport report, MapScene scene)
    {
        var legs = new List<MapLeg>();
        foreach (var entry in report.Entries.Where(entry => entry.IsMain))
            Follow(report.Host, entry, scene, legs);
        return new MapPath(report.Host, report.Verdict.State(), [.. legs.Distinct()]) { Way = WayWords.Of(report) };
    }

    private static void Follow(string host, TraceEntry entry, MapScene scene, List<MapLeg> legs)
    {
        var origin = IsFromOutside(entry.Kind) ? MapIds.Internet : MapIds.House;
        IReadOnlyList<string> at = [MapIds.Hostname(host)];
        IReadOnlyList<PodRow> pods = [];
        var (machine, service) = ("", "");
        legs.Add(new MapLeg(origin, at[0]));
        foreach (var hop in entry.Hops)
        {
            if (hop.Kind == HopKind.Service)
                service = hop.Name;
            if (hop.Kind == HopKind.Machine)
                machine = hop.Name;
            if (hop.Kind == HopKind.Storage)
            {
                legs.AddRange(pods.SelectMany(pod => scene.ClaimsOf(pod).Select(claim => new MapLeg(MapIds.Pod(pod.Key), claim))));
                continue;
            }

            if (hop.Kind == HopKind.Pod)
                pods = scene.PodsOf(service);
            var next = Next(hop, entry, machine, pods, scene);
            legs.AddRange(at.SelectMany(from => next.Select(to => new MapLeg(from, to))));
            at = next.Count > 0 ? next : at;
        }
    }

    private static IReadOnlyList<string> Next(TraceHop hop, TraceEntry entry, string machine, IReadOnlyList<PodRow> pods, MapScene scene) => hop.Kind switch
    {
        HopKind.Tunnel when hop.Href is { } href => [MapIds.Tunnel(href[(href.LastIndexOf('/') + 1)..])],
        HopKind.Lan when hop.Name.Length > 0 => [MapIds.Address(hop.Name)],
        HopKind.Route => [MapIds.Ingress],
        HopKind.Service => [MapIds.Service(hop.Name)],
        HopKind.Pod => [.. pods.Select(pod => MapIds.Pod(pod.Key))],
        HopKind.Machine when !entry.Hops.Any(one => one is { Kind: HopKind.Container, Name.Length: > 0 }) => [Machine(hop.Name, scene)],
        HopKind.Container when hop.Name.Length > 0 => [MapIds.Container(machine, hop.Name)],
        HopKind.Gpu => [.. scene.Facts.Gpu.Find(machine)?.Cards.Select(card => MapIds.Card(machine, card.Uuid)) ?? []],
        _ => [],
    };

    private static string Machine(string name, MapScene scene) => scene.Facts.Docker.FindHost(name) is null ? MapIds.Device(name) : MapIds.Host(name);

    public static bool IsFromOutside(EntryKind kind) => kind is EntryKind.Tunnel or EntryKind.FrontDoor;
}
