using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading;

/// <summary>
/// Judges one service of a route.
/// <list type="table">
/// <item>services or endpoints cannot be read → unknown; of another kind than Service → unknown, but Traefik's own are healthy</item>
/// <item>service missing, port missing, no endpoint ready → broken; some not ready → degraded</item>
/// <item>ExternalName → unknown: nobody in the cluster knows how the other end is</item>
/// </list>
/// </summary>
internal static class BackendHealth
{
    /// <param name="routeNamespace">The namespace a service is in when the route names none.</param>
    public static (RouteBackend Backend, Verdict Verdict) Judge(IngressRouteService target, string routeNamespace, BackendIndex index)
    {
        var (ns, port) = (target.Namespace.Length > 0 ? target.Namespace : routeNamespace, target.Port?.ToString() ?? "");
        var backend = new RouteBackend(ns, target.Name, port, "");
        if (target.Name.EndsWith("@internal", StringComparison.Ordinal))
            return (backend with { Endpoints = "Traefik itself" }, Fine("Traefik answers itself."));
        if (target.Kind == "TraefikService" || target.Name.Contains('@'))
            return (backend, new Verdict(HealthState.Unknown, "Not followed", $"{target.Name} is a TraefikService, which the portal does not follow.") { NeedsSomeone = false });
        if (!index.IsKnown)
            return (backend, new Verdict(HealthState.Unknown, "Unknown", "Services or their endpoints cannot be read."));
        if (index.Service(ns, target.Name) is not { } service)
            return (backend, Broken("No service", $"There is no Service {target.Name} in namespace {ns}."));
        return service.Spec.Type == "ExternalName" ? Outside(service, backend) : Inside(service, target.Port, backend, index);
    }

    private static (RouteBackend, Verdict) Outside(Service service, RouteBackend backend)
    {
        var place = service.Spec.ExternalName;
        return (backend with { Endpoints = $"outside: {place}" }, new Verdict(HealthState.Unknown, "Outside", $"It leads to {place}, outside the cluster, where nobody watches.") { NeedsSomeone = false });
    }

    private static (RouteBackend, Verdict) Inside(Service service, IntOrString? wanted, RouteBackend backend, BackendIndex index)
    {
        var port = Port(service, wanted);
        if (port is null && wanted is not null)
            return (backend, Broken("No port", $"Service {backend.Namespace}/{backend.Name} has no port {wanted}.{Offer(service)}"));
        var (ready, all) = index.Endpoints(backend.Namespace, backend.Name, port);
        var counted = backend with { Endpoints = all == 0 ? "no endpoints" : $"{ready} of {all} ready" };
        if (all == 0)
            return (counted, Broken("No endpoints", $"Service {backend.Namespace}/{backend.Name} has no endpoints{(service.Spec.Selector.Count > 0 ? ": no pod matches its selector." : ".")}"));
        if (ready == 0)
            return (counted, Broken("None ready", $"{(all == 1 ? "The only endpoint" : $"None of the {all} endpoints")} of Service {backend.Namespace}/{backend.Name} is {(all == 1 ? "not " : "")}ready."));
        return ready < all
            ? (counted, new Verdict(HealthState.Degraded, $"{ready} of {all} ready", $"{ready} of {all} endpoints of Service {backend.Namespace}/{backend.Name} are ready."))
            : (counted, Fine(""));
    }

    /// <summary>A number means the service's port, a name the port's name. Without either, a single port is meant.</summary>
    private static ServicePort? Port(Service service, IntOrString? wanted) => wanted switch
    {
        { Number: { } number } => service.Spec.Ports.FirstOrDefault(port => port.Port == number),
        { Text: { } name } => service.Spec.Ports.FirstOrDefault(port => port.Name == name || port.Port.ToString() == name),
        _ => service.Spec.Ports is [var only] ? only : null,
    };

    private static string Offer(Service service)
    {
        var ports = string.Join(", ", service.Spec.Ports.Select(port => port.Name.Length > 0 ? $"{port.Port} ({port.Name})" : $"{port.Port}"));
        return ports.Length > 0 ? $" It has {ports}." : " It has none.";
    }

    private static Verdict Fine(string sentence) => new(HealthState.Healthy, "Healthy", sentence);

    private static Verdict Broken(string word, string sentence) => new(HealthState.Broken, word, sentence);
}
