using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Traefik drops a whole router whose middleware is missing.</summary>
internal static class MiddlewareHealth
{
    /// <summary>Null when there is nothing to say against it.</summary>
    public static Verdict? Judge(IngressRouteReference reference, string routeNamespace, ClusterState state)
    {
        // A name with a provider, such as auth@file, is not an object of the cluster.
        if (reference.Name.Contains('@') && !reference.Name.EndsWith("@kubernetescrd", StringComparison.Ordinal))
            return null;
        if (!state.Middlewares.Status.IsKnown)
            return new Verdict(HealthState.Unknown, "Unknown", "Middlewares cannot be read.");
        var ns = reference.Namespace.Length > 0 ? reference.Namespace : routeNamespace;
        var isThere = reference.Name.EndsWith("@kubernetescrd", StringComparison.Ordinal)
            ? state.Middlewares.All.Any(middleware => $"{middleware.Metadata.Namespace}-{middleware.Metadata.Name}@kubernetescrd" == reference.Name)
            : state.Middlewares.Find(ns, reference.Name) is not null;
        return isThere ? null : new Verdict(HealthState.Broken, "No middleware", $"There is no Middleware {reference.Name} in namespace {ns}.");
    }
}
