using HomelabPortal.Desired;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Trace.Hops;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Following;

/// <summary>
/// Pure: follows a request for a hostname through the lab as the sources say it stands; nothing is sent.
/// <code>
/// the way                   its stations
/// through the tunnel        DNS, tunnel, and what its rule leads to: the ingress, a Service, a machine
/// public address            DNS, the ingress's address, the ingress
/// in the house              DNS, the ingress's address, the ingress
/// straight to a machine     DNS, machine, container, GPU
///
/// behind the ingress        Traefik's route, Service, then
///   with a selector         endpoints, pods, nodes, storage
///   without, or by name     endpoints, machine, container, GPU
/// </code>
/// A name that comes through the tunnel is followed in the house as well, from the ingress's address on; that way is judged for itself.
/// A station that cannot be told ends nothing: what was behind it when it was last seen is judged all the same.
/// </summary>
internal static class Tracer
{
    public static TraceReport Of(string name, TraceScene scene)
    {
        var host = scene.Parts.Collect(name);
        var kind = Ways.Of(host, scene);
        var entries = new List<TraceEntry> { Entry(host, kind, isMain: true, scene) };
        if (kind == EntryKind.Tunnel && Ways.IsServedInHouse(host))
            entries.Add(Entry(host, EntryKind.House, isMain: false, scene));
        return new TraceReport(name, [.. entries]) { ExposureId = host.Exposure?.Id, Path = RoutePick.Of(scene.Routes(host.Asked), host.Asked).Path };
    }

    private static TraceEntry Entry(HostView host, EntryKind kind, bool isMain, TraceScene scene)
    {
        var hops = new List<TraceHop>();
        if (isMain)
            hops.Add(DnsHop.Of(host, kind, scene));
        if (kind == EntryKind.Tunnel)
            hops.AddRange(ThroughTunnel(host, scene));
        else if (kind == EntryKind.Machine)
            hops.AddRange(Trails.ToMachine(host.Dns[0].Content, scene));
        else if (kind is EntryKind.House or EntryKind.FrontDoor)
            hops.AddRange([LanHop.Of(host.Name, scene), .. ThroughIngress(host, host.Asked, null, scene)]);
        return new TraceEntry(kind, isMain, [.. Causes.Of(hops)]);
    }

    private static IEnumerable<TraceHop> ThroughTunnel(HostView host, TraceScene scene)
    {
        var (hop, exit) = TunnelHop.Of(host, scene);
        return
        [
            hop,
            .. exit.Kind switch
            {
                TunnelExitKind.Ingress => ThroughIngress(host, exit.Host, exit.EntryPoint, scene),
                TunnelExitKind.Service => Trails.ToService(exit.Namespace, exit.Service, $"{exit.Port}", 0, scene),
                TunnelExitKind.Address => Trails.ToMachine(exit.Host, exit.Port, scene),
                // Where the tunnel would lead is not known; what serves the name behind it may be all the same.
                _ => Ways.IsServedInHouse(host) ? ThroughIngress(host, host.Asked, "", scene) : [],
            },
        ];
    }

    /// <param name="asked">The hostname as Traefik sees it.</param>
    /// <param name="entryPoint">Where a tunnel comes in; null for browsers.</param>
    private static IEnumerable<TraceHop> ThroughIngress(HostView host, string asked, string? entryPoint, TraceScene scene)
    {
        var (hop, pick) = RouteHop.Of(asked, entryPoint, host.Exposure is not null, scene);
        return [hop, .. Behind(host, pick, scene)];
    }

    private static IEnumerable<TraceHop> Behind(HostView host, RoutePick? pick, TraceScene scene) => (pick, host.Exposure?.Backend) switch
    {
        ({ Backend: { } backend }, _) => Trails.ToBackend(backend, pick.Others, scene),
        // The route is missing or unread; the exposure still says what should answer.
        (null, KubernetesBackend wanted) => Trails.ToService(wanted.Namespace, wanted.Service, wanted.Port, 0, scene),
        (null, AddressBackend wanted) => Trails.ToMachine(wanted.Address, wanted.Port, scene),
        (null, ContainerBackend wanted) => Trails.ToMachine(wanted.Address, wanted.HostPort, scene),
        _ => [],
    };
}
