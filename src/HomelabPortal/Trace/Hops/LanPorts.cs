using HomelabPortal.Ingress.Reading;
using HomelabPortal.Trace.Reading;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Pure: at which of the ingress's ports a name answers, by the routes that have it as their host.
/// <code>
/// one has TLS, or comes in by what stands behind port 443     443
/// one has no TLS and leaves its entry points open             443 and 80: Traefik's own settings decide
/// all come in by what stands behind port 80                   80
/// there is none                                               443
/// </code>
/// </summary>
internal static class LanPorts
{
    private const int Secure = 443;
    private const int Plain = 80;

    public static IReadOnlyList<int> Of(string host, TraceScene scene)
    {
        var ports = scene.Routes(host).Routes
            .SelectMany(route => route.Hosts.Where(own => string.Equals(own.Name, host, StringComparison.OrdinalIgnoreCase)).Select(own => PortOf(route, own.Link, scene))).ToList();
        return ports.Count == 0 || ports.Contains(Secure) ? [Secure] : ports.Contains(null) ? [Secure, Plain] : [Plain];
    }

    /// <returns>Null where the route does not say.</returns>
    private static int? PortOf(IngressRouteView route, string? link, TraceScene scene)
    {
        if (route.Tls.Length > 0)
            return Secure;
        // A service of Traefik's calls its ports as its entry points are called.
        var doors = scene.Traefik?.Spec.Ports.Where(port => route.EntryPoints.Contains(port.Name)).Select(port => port.Port).ToList() ?? [];
        if (doors.Contains(Secure) || doors.Contains(Plain))
            return doors.Contains(Secure) ? Secure : Plain;
        return link?.StartsWith("http:", StringComparison.Ordinal) == true ? null : Secure;
    }
}
