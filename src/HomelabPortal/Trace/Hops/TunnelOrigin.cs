using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Hops;

/// <summary>Reads where a rule of a tunnel leads, and whether that is there.</summary>
internal static class TunnelOrigin
{
    public static (TunnelExit Exit, TraceFinding? Finding) Of(TunnelPart rule, string host, string command, TraceScene scene)
    {
        if (rule.LeadsToIngress)
            return OfIngress(rule, host, command, scene);
        if (!Uri.TryCreate(rule.Service, UriKind.Absolute, out var origin) || origin.IsFile || origin.Host.Length == 0)
            return (TunnelExit.None, Hop.Unknown("tunnel.origin.local", $"Its rule leads to {rule.Service}, which only the connector itself understands.", "Look at the machine of the connector.", command));
        if (origin.IsLoopback)
            return (TunnelExit.None, Hop.Unknown("tunnel.origin.local", $"Its rule leads to {rule.Service} on the machine of the connector, where the portal cannot look.", "Lead the rule to the ingress, or look at that machine.", command));
        var labels = origin.IdnHost.Split('.');
        // Two words alone may as well be a name of the connector's own network.
        var isService = labels is [_, _, "svc", ..] || (labels is [var name, var place] && scene.Cluster.Services.Find(place, name) is not null);
        return isService
            ? OfService(rule, labels[0], labels[1], origin.Port, command, scene)
            : (new TunnelExit(TunnelExitKind.Address, origin.IdnHost.Trim('[', ']'), origin.Port), null);
    }

    /// <summary>What is behind the ingress is judged all the same.</summary>
    private static (TunnelExit, TraceFinding?) OfIngress(TunnelPart rule, string host, string command, TraceScene scene)
    {
        var exit = new TunnelExit(TunnelExitKind.Ingress, rule.HostHeader.Length > 0 ? rule.HostHeader : host);
        var services = scene.Cluster.Services;
        if (scene.Facts.ClusterFault is not null || !services.Status.IsKnown || ServiceOf(rule, scene) is not { } key)
            return (exit, null);
        if (services.Find(key) is not { } service)
            return (exit, Missing(rule, key, command));
        // Nothing stands between a connector and the pods of a Service without an address, and nothing but its name is known of one elsewhere.
        if (service.Spec.ClusterIps is ["None", ..] || service.Spec.Type == "ExternalName")
            return (exit, null);
        var wanted = new Uri(rule.Service).Port;
        return service.Spec.Ports.FirstOrDefault(port => port.Port == wanted && port.Protocol == "TCP") is { } found
            ? (exit with { EntryPoint = found.Name }, null)
            : (exit, Hop.Broken(
                "tunnel.origin.port", $"Its rule leads to port {wanted} of Service {key}, which has no such port.{(service.Spec.Ports.Count > 0 ? $" It has {string.Join(", ", service.Spec.Ports.Select(port => port.Name.Length > 0 ? $"{port.Port} ({port.Name})" : $"{port.Port}"))}." : "")}",
                "Name one of its ports in the rule.", command) with { Fix = See(rule) });
    }

    /// <summary>The Service of Traefik's that a rule names, or that has the address it names; null when it says neither.</summary>
    private static string? ServiceOf(TunnelPart rule, TraceScene scene)
    {
        var host = new Uri(rule.Service).IdnHost.Trim('[', ']');
        if (scene.Facts.Names.LanAddresses.Contains(host))
            return scene.Facts.TraefikService;
        return host.Split('.') switch
        {
            [var name, var ns, "svc", ..] => $"{ns}/{name}",
            [var name, var ns] when $"{ns}/{name}" == scene.Facts.TraefikService => scene.Facts.TraefikService,
            _ => null,
        };
    }

    private static (TunnelExit, TraceFinding?) OfService(TunnelPart rule, string service, string ns, int port, string command, TraceScene scene)
    {
        var exit = new TunnelExit(TunnelExitKind.Service, rule.Service, port, ns, service);
        var services = scene.Cluster.Services;
        if (scene.Facts.ClusterFault is not null || !services.Status.IsKnown || services.Find(ns, service) is not null)
            return (exit, null);
        return (TunnelExit.None, Missing(rule, $"{ns}/{service}", command));
    }

    private static TraceFinding Missing(TunnelPart rule, string key, string command) =>
        Hop.Broken("tunnel.origin.missing", $"Its rule leads to Service {key}, which does not exist.", "Correct the rule, or make the Service.", command) with { Fix = See(rule) };

    private static TraceFix See(TunnelPart rule) => new("See the rules", $"/tunnels/{rule.TunnelId}");
}
