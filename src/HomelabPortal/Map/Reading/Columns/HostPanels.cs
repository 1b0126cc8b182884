using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Work;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>The Docker hosts, each with its containers; one that a hostname leads to and that is not there stands among them.</summary>
internal static class HostPanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene) => scene.Facts.Docker.Hosts.OrderBy(host => host.Name, NaturalOrder.Instance).Select(host => Panel(host, scene));

    private static MapPanel Panel(DockerHostState host, MapScene scene)
    {
        var sight = new Sight(host.AsOf is null && host.Fault is null ? "It has not been read yet." : host.Fault, host.AsOf);
        var there = host.Containers.Select(container => sight.See(Thing(host, container)));
        var things = there.Concat(Missing(host, scene)).DistinctBy(thing => thing.Id).OrderBy(thing => thing.Name, NaturalOrder.Instance);
        return new MapPanel(sight.See(new MapThing(MapIds.Host(host.Name), MapKind.Host, host.Name, HealthState.Healthy, $"Its engine answers{(host.LanAddress is { } address ? $" at {address}" : "")}.", "/gpu")), [.. things]);
    }

    private static MapThing Thing(DockerHostState host, DockerContainer container) =>
        new(MapIds.Container(host.Name, container.Name), MapKind.Container, container.Name, ContainerHealths.Of(container), $"{container.Status}.", WorkAddress.Page(host.Name, container.Name)) { Of = host.Name };

    private static IEnumerable<MapThing> Missing(DockerHostState host, MapScene scene) => scene.Facts.Traces
        .Select(report => MapScene.Hops(report).ToList())
        .Where(hops => hops.Exists(hop => hop.Kind == HopKind.Machine && hop.Name == host.Name))
        .SelectMany(hops => hops.Where(hop => hop is { Kind: HopKind.Container, Name.Length: > 0 }))
        .Select(hop => new MapThing(MapIds.Container(host.Name, hop.Name), MapKind.Container, hop.Name, hop.Verdict.State(), hop.Sentence, hop.Href) { Of = host.Name, AsOf = hop.Worst?.AsOf });
}
