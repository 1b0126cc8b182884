using HomelabPortal.Cluster.Services;
using HomelabPortal.Map.Reading;
using HomelabPortal.Tests.Trace;
using HomelabPortal.Trace.Following;
using HomelabPortal.Trace.Reading;

namespace HomelabPortal.Tests.Map;

/// <summary>The map of the traced lab.</summary>
internal static class MapWorld
{
    public static string[] Hosts { get; } = [TraceWorld.Tv, TraceWorld.Books, TraceWorld.Ai];

    public static MapState Read(TraceWorld world) => MapReader.Of(Facts(world));

    public static MapFacts Facts(TraceWorld world)
    {
        var facts = world.Facts();
        var (scene, services) = (new TraceScene(facts), new ServiceTable());
        services.Update(facts.Cluster, facts.Now);
        return new MapFacts
        {
            Traces = [.. Hosts.Select(host => Tracer.Of(host, scene))],
            Tunnels = facts.Names.Tunnels, Cluster = facts.Cluster with { ServiceRows = services.Rows }, Docker = facts.Docker, Gpu = facts.Gpu, TraefikService = facts.TraefikService,
            TunnelFault = world.TunnelFault, TunnelsAsOf = TraceWorld.SeenAt, ClusterFault = world.ClusterFault, ClusterAsOf = TraceWorld.SeenAt, Now = facts.Now,
        };
    }

    public static MapPath Path(this MapState map, string host) => map.Paths.Single(path => path.Host == host);

    public static MapThing Thing(this MapState map, string id) =>
        map.Panels.SelectMany(panel => panel.Things.Prepend(panel.Head)).Single(thing => thing.Id == id);
}
