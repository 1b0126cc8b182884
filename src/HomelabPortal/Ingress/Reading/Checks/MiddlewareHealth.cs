using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>Traefik drops a whole router whose middleware is missing.</summary>
internal static class MiddlewareHealth
{
    private const string OfCluster = "@kubernetescrd";

    /// <param name="kind">"Middleware" or "MiddlewareTCP".</param>
    public static (RouteMiddleware Middleware, Finding? Finding) Judge(IngressRouteReference reference, string kind, string routeNamespace, RouteSurroundings context, CrossReferences crossings)
    {
        var (name, ns) = (reference.Name, reference.Namespace.Length > 0 ? reference.Namespace : routeNamespace);
        var isQualified = name.EndsWith(OfCluster, StringComparison.Ordinal);
        // A name with another provider, such as auth@file, is not an object of the cluster.
        if (name.Contains('@') && !isQualified)
            return (new RouteMiddleware("", name, "", HealthState.Unknown), null);
        crossings.Add(routeNamespace, isQualified ? "" : ns, $"{kind} {(isQualified ? name : $"{ns}/{name}")}");
        var (isKnown, found, does) = kind == "Middleware" ? Http(name, ns, isQualified, context) : Tcp(name, ns, isQualified, context);
        if (found is not null)
            return (new RouteMiddleware(found.Namespace, found.Name, does, HealthState.Healthy), null);
        return isKnown
            ? (new RouteMiddleware(ns, name, "", HealthState.Broken), new Finding(FindingCodes.MiddlewareMissing, HealthState.Broken, "No middleware", $"There is no {kind} {name} in namespace {ns}.", "Correct the name in the route, or make the middleware."))
            : (new RouteMiddleware(ns, name, "", HealthState.Unknown), new Finding(FindingCodes.MiddlewareUnknown, HealthState.Unknown, "Unknown", "Middlewares cannot be read.", "Let the portal's account read middlewares and middlewaretcps."));
    }

    private static (bool IsKnown, ObjectMeta? Found, string Does) Http(string name, string ns, bool isQualified, RouteSurroundings context)
    {
        var kind = context.State.Middlewares;
        var found = isQualified ? kind.All.FirstOrDefault(middleware => Qualified(middleware.Metadata) == name) : kind.Find(ns, name);
        return (kind.Status.IsKnown, found?.Metadata, found is null ? "" : string.Join(", ", found.Spec.Kinds));
    }

    private static (bool IsKnown, ObjectMeta? Found, string Does) Tcp(string name, string ns, bool isQualified, RouteSurroundings context)
    {
        var kind = context.State.TcpMiddlewares;
        var found = isQualified ? kind.All.FirstOrDefault(middleware => Qualified(middleware.Metadata) == name) : kind.Find(ns, name);
        return (kind.Status.IsKnown, found?.Metadata, "");
    }

    private static string Qualified(ObjectMeta meta) => $"{meta.Namespace}-{meta.Name}{OfCluster}";
}
