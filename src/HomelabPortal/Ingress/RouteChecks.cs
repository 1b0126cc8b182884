using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Ingress;

/// <summary>Pure: what must be true before an object may be written for the first time or anew.</summary>
internal static class RouteChecks
{
    internal sealed record Obstacle(string Text, string? Owner = null, RefusalField Field = RefusalField.Other);

    public static Obstacle? WhyNot(DesiredManifest desired, IngressView view) =>
        desired is DesiredIngressRoute route
            ? HostnameTaken(route, view) ?? (route.Backend is { } backend ? BackendUnknown(backend, view) : NamespaceUnknown(desired, view)) ?? MiddlewareUnknown(route, view)
            : NamespaceUnknown(desired, view);

    private static Obstacle? HostnameTaken(DesiredIngressRoute desired, IngressView view)
    {
        var taker = view.Of(Manifests.IngressRoute)
            .Where(live => live.FullName != desired.Key.Name && !KubernetesMarks.AreOn(live, desired.OwnerId))
            .FirstOrDefault(live => RouteHosts.Of(live).Contains(desired.Hostname.Value));
        if (taker is null)
            return null;
        var owner = KubernetesMarks.OwnerOf(taker);
        return new Obstacle($"{desired.Hostname} is already routed by IngressRoute {taker.FullName}, made by {owner}. Choose another hostname, or remove that route first.", owner == KubernetesMarks.Hand ? null : owner, RefusalField.Hostname);
    }

    private static Obstacle? NamespaceUnknown(DesiredManifest desired, IngressView view) =>
        view.Of("Namespace").Any(live => live.Name == desired.Namespace)
            ? null
            : new Obstacle($"The namespace {desired.Namespace} does not exist. Create it, or set Ingress:Namespace to one that does.");

    private static Obstacle? BackendUnknown(KubernetesBackend backend, IngressView view)
    {
        var service = view.Of(Manifests.Service).FirstOrDefault(live => live.FullName == $"{backend.Namespace}/{backend.Service}");
        if (service is null)
        {
            var there = view.Of(Manifests.Service).Where(live => live.Namespace == backend.Namespace).Select(live => live.Name);
            return new Obstacle($"There is no Service {backend.Service} in namespace {backend.Namespace}. {Offer("It has", there)}", Field: RefusalField.Backend);
        }

        var ports = Ports(service).ToList();
        return ports.Any(port => port.Name == backend.Port || port.Number == backend.Port)
            ? null
            : new Obstacle($"Service {service.FullName} has no port {backend.Port}. {Offer("It has", ports.Select(port => port.Name is null ? port.Number : $"{port.Number} ({port.Name})"))}", Field: RefusalField.Port);
    }

    private static Obstacle? MiddlewareUnknown(DesiredIngressRoute desired, IngressView view)
    {
        var there = view.Of("Middleware").Select(live => live.FullName).ToList();
        var missing = desired.Middlewares
            .Select(name => name.Contains('/') ? name : $"{desired.Namespace}/{name}")
            .FirstOrDefault(name => !there.Contains(name));
        return missing is null ? null : new Obstacle($"There is no Middleware {missing}. {Offer("There are", there)}");
    }

    private static IEnumerable<(string? Name, string Number)> Ports(LiveObject service) =>
        service.Document["spec"]?["ports"] is JsonArray ports
            ? ports.Select(port => ((string?)port?["name"], port?["port"]?.ToString() ?? ""))
            : [];

    private static string Offer(string verb, IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Order(StringComparer.Ordinal).Take(12));
        return list.Length > 0 ? $"{verb} {list}." : $"{verb} none.";
    }
}
