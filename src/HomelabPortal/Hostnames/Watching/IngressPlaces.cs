using HomelabPortal.Cluster;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Watching;

/// <summary>Pure: under which addresses and names the ingress is reached.</summary>
internal static class IngressPlaces
{
    /// <summary>Its load-balancer addresses; empty while they are unknown.</summary>
    /// <param name="service">namespace/name.</param>
    public static ValueList<string> Addresses(ClusterState cluster, string service) => service.Split('/') is [var ns, var name] && cluster.Services.Find(ns, name) is { } traefik
        ? [.. traefik.Status.LoadBalancer.Ingress.Select(address => address.Ip).Where(ip => ip.Length > 0)]
        : [];

    /// <summary>Hosts that a rule of a tunnel may name.</summary>
    public static ValueList<string> Origins(string origin, string service)
    {
        var (ns, name) = service.Split('/') is [var first, var second] ? (first, second) : ("", service);
        var hosts = new List<string> { $"{name}.{ns}", $"{name}.{ns}.svc", $"{name}.{ns}.svc.cluster.local" };
        if (Uri.TryCreate(origin, UriKind.Absolute, out var uri))
            hosts.Add(uri.Host);
        return [.. hosts.Distinct()];
    }
}
