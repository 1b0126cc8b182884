using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the Service that a request is sent to.
/// <code>
/// Services cannot be read                              svc.unread           Unknown; as it was last seen, it still says what is behind
/// it is not there                                      svc.missing          Broken
/// it has no such port, or its target port none has     svc.port.mismatch    Broken
/// its selector matches no pod and no workload's        svc.selector.none    Broken
/// it is being deleted                                  svc.leaving          Degraded
/// </code>
/// A Service that shares the requests with others that are fine is at worst degraded.
/// </summary>
internal static class ServiceHop
{
    /// <param name="port">As the route names it, a number or a name; empty when it leaves that open.</param>
    public static (TraceHop Hop, Service? Service) Of(string ns, string name, string port, TraceScene scene)
    {
        var (key, command) = ($"{ns}/{name}", Reproducers.Get("service", ns, name));
        if (Unseen.Kind(scene.Cluster.Services, "svc.unread", "Services", scene.Facts) is { } unread)
            return (new TraceHop(HopKind.Service, key, null, "", command, [unread]), scene.Cluster.Services.Find(ns, name));
        if (scene.Cluster.Services.Find(ns, name) is not { } service)
            return (new TraceHop(HopKind.Service, key, null, "", command, [Hop.Broken("svc.missing", $"There is no Service {key}.", "Correct the name in the route, or make the Service.", Reproducers.List("services", ns)) with { Fix = new TraceFix("See the services", $"/cluster/services?q={ns}") }]), null);
        var hop = new TraceHop(HopKind.Service, key, ObjectHref.Of("Service", ns, name), Said(service, port), command, Hop.Found(Leaving(service, command), Port(service, port, command), Target(service, port, scene, command), Selector(service, scene, command)))
        {
            Addresses = PortOf(service, port) is { Port: var number } && service.Spec.ClusterIps is [var ip, ..] && ip != "None" ? [new HopAddress(ip, number)] : [],
            Facts =
            [
                new TraceFact("Type", service.Spec.Type.Length > 0 ? service.Spec.Type : "ClusterIP"),
                new TraceFact("Ports", string.Join(", ", service.Spec.Ports.Select(one => one.Name.Length > 0 ? $"{one.Port} {one.Name}" : $"{one.Port}"))),
            ],
        };
        return (hop, service);
    }

    /// <summary>The port that a route means; null when it has none such.</summary>
    public static ServicePort? PortOf(Service service, string port) => port.Length == 0
        ? service.Spec.Ports.Count > 0 ? service.Spec.Ports[0] : null
        : service.Spec.Ports.FirstOrDefault(one => one.Name == port || $"{one.Port}" == port);

    private static string Said(Service service, string port) => service.Spec.Type == "ExternalName"
        ? $"It stands for {service.Spec.ExternalName}, outside the cluster."
        : PortOf(service, port) is { } one ? $"Its port {one.Port} leads to port {one.TargetPort?.ToString() ?? $"{one.Port}"} of {(service.Spec.Selector.Count > 0 ? "its pods" : "its endpoints")}." : "";

    private static TraceFinding? Leaving(Service service, string command) => service.Metadata.DeletionTimestamp is null ? null
        : Hop.Degraded("svc.leaving", $"Service {service.Metadata.Key()} is being deleted.", "Make it again, or take the route away.", command);

    private static TraceFinding? Port(Service service, string port, string command) => service.Spec.Type == "ExternalName" || PortOf(service, port) is not null ? null : Hop.Broken(
        "svc.port.mismatch", $"Service {service.Metadata.Key()} has no port {(port.Length > 0 ? port : "at all")}.{(service.Spec.Ports.Count > 0 ? $" It has {string.Join(", ", service.Spec.Ports.Select(one => one.Name.Length > 0 ? $"{one.Port} ({one.Name})" : $"{one.Port}"))}." : "")}",
        "Name one of its ports in the route.", command) with { Fix = See(service) };

    /// <summary>A named target port that no container of its pods has.</summary>
    private static TraceFinding? Target(Service service, string port, TraceScene scene, string command)
    {
        if (PortOf(service, port)?.TargetPort?.Text is not { Length: > 0 } named || scene.Facts.ClusterFault is not null || !scene.Cluster.Pods.Status.IsKnown)
            return null;
        var ports = SelectedPods.Of(service, scene.Cluster).Select(row => scene.Cluster.Pods.Find(row.Key)).OfType<Pod>().SelectMany(pod => pod.Spec.Containers).ToList();
        return ports.Count == 0 || ports.Exists(container => container.Ports.Any(one => one.Name == named)) ? null : Hop.Broken(
            "svc.port.mismatch", $"Service {service.Metadata.Key()} leads to the port named {named}, and no container of its pods has one.", "Make the target port and the container's port agree.", command) with { Fix = See(service) };
    }

    private static TraceFinding? Selector(Service service, TraceScene scene, string command)
    {
        if (service.Spec.Selector.Count == 0 || service.Spec.Type == "ExternalName" || scene.Facts.ClusterFault is not null || !scene.Cluster.Pods.Status.IsKnown || !WorkloadsAreKnown(scene))
            return null;
        return SelectedPods.Of(service, scene.Cluster).Count > 0 || SelectedPods.MadeBy(service, scene.Cluster).Count > 0 ? null : Hop.Broken(
            "svc.selector.none", $"The selector of Service {service.Metadata.Key()} matches no pod, and no workload would make one.", "Correct the selector, or the labels of the pods.", command) with { Fix = See(service) };
    }

    private static bool WorkloadsAreKnown(TraceScene scene) => scene.Cluster is { Deployments.Status.IsKnown: true, StatefulSets.Status.IsKnown: true, DaemonSets.Status.IsKnown: true };

    private static TraceFix See(Service service) => new("See the service", ObjectHref.Of("Service", service.Metadata.Namespace, service.Metadata.Name) ?? "/cluster/services");
}
