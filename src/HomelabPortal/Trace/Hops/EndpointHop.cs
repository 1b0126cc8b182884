using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the endpoints behind a Service's port.
/// <code>
/// EndpointSlices cannot be read           endpoints.unread      Unknown
/// there is none                           endpoints.none        Broken
/// none carries the port                   endpoints.port        Broken
/// none is ready, some still serve         endpoints.leaving     Degraded
/// none is ready                           endpoints.notready    Broken
/// some are not ready                      endpoints.some        Degraded
/// </code>
/// </summary>
internal static class EndpointHop
{
    public static (TraceHop Hop, IReadOnlyList<EndpointRow> Rows) Of(Service service, string port, TraceScene scene)
    {
        var (ns, name) = (service.Metadata.Namespace, service.Metadata.Name);
        var (command, href) = (Reproducers.Slices(ns, name), ObjectHref.Of("Service", ns, name));
        var (all, carrying) = (scene.Endpoints(ns, name), Carrying(service, port, scene));
        if (Unseen.Kind(scene.Cluster.EndpointSlices, "endpoints.unread", "EndpointSlices", scene.Facts) is { } unread)
            return (new TraceHop(HopKind.Endpoints, "", href, "", command, [unread]), carrying);
        var (ready, count) = ServiceEndpoints.Count(carrying);
        var hop = new TraceHop(HopKind.Endpoints, $"{ready} of {count} ready", href, $"{ready} of {Spoken.Count(count, "endpoint")} {(ready == 1 ? "is" : "are")} ready.", command, Hop.Found(Judge(service, port, all, carrying, command)))
        {
            Facts = [.. carrying.Take(6).Select(row => new TraceFact(row.Word, row.Pod.Length > 0 ? $"{row.Address}, {row.Pod}" : row.Address, row.Href))],
        };
        return (hop, carrying);
    }

    private static IReadOnlyList<EndpointRow> Carrying(Service service, string port, TraceScene scene)
    {
        var name = ServiceHop.PortOf(service, port)?.Name;
        return ServiceEndpoints.Of(scene.Slices(service.Metadata.Namespace, service.Metadata.Name)
            .Where(slice => name is null || slice.Ports.Count == 0 || slice.Ports.Any(one => one.Name == name)));
    }

    private static TraceFinding? Judge(Service service, string port, IReadOnlyList<EndpointRow> all, IReadOnlyList<EndpointRow> carrying, string command)
    {
        var (key, (ready, count)) = (service.Metadata.Key(), ServiceEndpoints.Count(carrying));
        if (all.Count == 0)
            return Hop.Broken("endpoints.none", $"Service {key} has no endpoints{(service.Spec.Selector.Count > 0 ? "" : ", and no selector that would find some")}.", service.Spec.Selector.Count > 0 ? "Look at the pods that its selector names." : "Give it an EndpointSlice.", command);
        if (carrying.Count == 0)
            return Hop.Broken("endpoints.port", $"No endpoint of Service {key} carries the port {(port.Length > 0 ? port : "that it leads to")}.", "Make the names of the ports in Service and EndpointSlice agree.", command);
        if (ready == 0 && carrying.Any(row => row.IsServing))
            return Hop.Degraded("endpoints.leaving", $"No endpoint of Service {key} is ready; those that leave still serve.", "Wait for the new pods, or look why they do not become ready.", command);
        if (ready == 0)
            return Hop.Broken("endpoints.notready", count <= 1 ? $"The only endpoint of Service {key} is not ready." : $"None of the {count} endpoints of Service {key} is ready.", "Look at its pods.", command);
        return ready < count ? Hop.Degraded("endpoints.some", $"Only {ready} of {count} endpoints of Service {key} are ready.", "Look at the pods that are not.", command) : null;
    }
}
