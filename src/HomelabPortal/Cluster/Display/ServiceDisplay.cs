using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a service what <c>kubectl get services</c> says (Kubernetes <c>printService</c>).</summary>
internal static class ServiceDisplay
{
    private const int ClippedAt = 16;

    public static string ClusterIp(Service service) =>
        service.Spec.ClusterIps is [var first, ..] ? first
        : service.Spec.ClusterIp.Length > 0 ? service.Spec.ClusterIp
        : "<none>";

    /// <param name="wide">False clips a long list of load-balancer addresses, as kubectl does.</param>
    public static string ExternalIp(Service service, bool wide) => service.Spec.Type switch
    {
        "LoadBalancer" => LoadBalancer(service, wide),
        "ExternalName" => service.Spec.ExternalName,
        "ClusterIP" or "NodePort" => service.Spec.ExternalIps.Count > 0 ? string.Join(',', service.Spec.ExternalIps) : "<none>",
        _ => "<unknown>",
    };

    public static string Ports(Service service) =>
        service.Spec.Ports.Count == 0 ? "<none>" : string.Join(',', service.Spec.Ports.Select(Port));

    public static string Selector(Service service) =>
        service.Spec.Selector.Count == 0 ? "<none>"
        : string.Join(',', service.Spec.Selector.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"));

    private static string Port(ServicePort port) =>
        port.NodePort > 0 ? $"{port.Port}:{port.NodePort}/{port.Protocol}" : $"{port.Port}/{port.Protocol}";

    private static string LoadBalancer(Service service, bool wide)
    {
        var addresses = string.Join(',', service.Status.LoadBalancer.Ingress
            .Select(address => address.Ip.Length > 0 ? address.Ip : address.Hostname)
            .Where(address => address.Length > 0)
            .Distinct().Order(StringComparer.Ordinal));
        if (!wide && addresses.Length > ClippedAt)
            addresses = addresses[..(ClippedAt - 3)] + "...";
        if (service.Spec.ExternalIps.Count > 0)
            addresses = string.Join(',', service.Spec.ExternalIps.Prepend(addresses).Where(address => address.Length > 0));
        return addresses.Length > 0 ? addresses : "<pending>";
    }
}
