using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>
/// Judges one service of a route.
/// <list type="table">
/// <item>services or endpoints cannot be read → unknown; Traefik's own → nothing to say</item>
/// <item>service missing, port missing, no endpoint ready → broken; some not ready → degraded</item>
/// <item>ExternalName → unknown: nobody in the cluster knows how the other end is</item>
/// </list>
/// </summary>
internal static class BackendHealth
{
    public static (RouteBackend Backend, Finding? Finding) Judge(RouteBackend backend, IntOrString? port, BackendIndex index)
    {
        if (backend.Name.EndsWith("@internal", StringComparison.Ordinal))
            return (backend with { Endpoints = "Traefik itself", State = HealthState.Healthy }, null);
        if (backend.Name.Contains('@'))
            return Say(backend, new Finding(FindingCodes.ServiceOutside, HealthState.Unknown, "Outside", $"{backend.Name} is configured outside the cluster, where nobody watches.") { NeedsSomeone = false });
        if (!index.IsKnown)
            return Say(backend, new Finding(FindingCodes.ServiceUnknown, HealthState.Unknown, "Unknown", "Services or their endpoints cannot be read.", "Let the portal's account read services and endpointslices."));
        if (index.Service(backend.Namespace, backend.Name) is not { } service)
            return Say(backend, Broken(FindingCodes.ServiceMissing, "No service", $"There is no Service {backend.Name} in namespace {backend.Namespace}.", "Correct the name in the route, or make the Service."));
        return service.Spec.Type == "ExternalName" ? Outside(service, backend) : Inside(service, port, backend, index);
    }

    private static (RouteBackend, Finding?) Outside(Service service, RouteBackend backend)
    {
        var place = service.Spec.ExternalName;
        return Say(
            backend with { Endpoints = $"outside: {place}", HasPage = true },
            new Finding(FindingCodes.ServiceOutside, HealthState.Unknown, "Outside", $"It leads to {place}, outside the cluster, where nobody watches.") { NeedsSomeone = false });
    }

    private static (RouteBackend, Finding?) Inside(Service service, IntOrString? wanted, RouteBackend backend, BackendIndex index)
    {
        backend = backend with { HasPage = true };
        var (name, port) = ($"{backend.Namespace}/{backend.Name}", Port(service, wanted));
        if (port is null && wanted is not null)
            return Say(backend, Broken(FindingCodes.ServicePort, "No port", $"Service {name} has no port {wanted}.{Offer(service)}", "Name one of its ports in the route."));
        var (ready, all) = index.Endpoints(backend.Namespace, backend.Name, port);
        backend = backend with { Endpoints = all == 0 ? "no endpoints" : $"{ready} of {all} ready" };
        return (ready, all) switch
        {
            (_, 0) => Say(backend, Broken(
                FindingCodes.EndpointsNone, "No endpoints", $"Service {name} has no endpoints{(service.Spec.Selector.Count > 0 ? ": no pod matches its selector." : ".")}", "Look at the service: it says which pods it waits for.")),
            (0, 1) => Say(backend, Broken(FindingCodes.EndpointsNotReady, "None ready", $"The only endpoint of Service {name} is not ready.", "Look at its pod.")),
            (0, _) => Say(backend, Broken(FindingCodes.EndpointsNotReady, "None ready", $"None of the {all} endpoints of Service {name} is ready.", "Look at its pods.")),
            _ when ready < all => Say(backend, new Finding(
                FindingCodes.EndpointsSome, HealthState.Degraded, $"{ready} of {all} ready", $"{ready} of {all} endpoints of Service {name} are ready.", "Look at its pods.")),
            _ => (backend with { State = HealthState.Healthy }, null),
        };
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

    private static (RouteBackend, Finding?) Say(RouteBackend backend, Finding finding) => (backend with { State = finding.State }, finding);

    private static Finding Broken(string code, string word, string sentence, string next) => new(code, HealthState.Broken, word, sentence, next);
}
