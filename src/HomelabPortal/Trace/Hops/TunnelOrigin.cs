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
            return (new TunnelExit(TunnelExitKind.Ingress, rule.HostHeader.Length > 0 ? rule.HostHeader : host), null);
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

    private static (TunnelExit, TraceFinding?) OfService(TunnelPart rule, string service, string ns, int port, string command, TraceScene scene)
    {
        var exit = new TunnelExit(TunnelExitKind.Service, rule.Service, port, ns, service);
        var services = scene.Cluster.Services;
        if (scene.Facts.ClusterFault is not null || !services.Status.IsKnown || services.Find(ns, service) is not null)
            return (exit, null);
        return (TunnelExit.None, Hop.Broken("tunnel.origin.missing", $"Its rule leads to Service {ns}/{service}, which does not exist.", "Correct the rule, or make the Service.", command) with { Fix = new TraceFix("See the rules", $"/tunnels/{rule.TunnelId}") });
    }
}
