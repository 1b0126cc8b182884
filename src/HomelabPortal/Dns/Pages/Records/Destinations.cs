using HomelabPortal.Cluster;
using HomelabPortal.Dns.Contents;
using HomelabPortal.Platform;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Dns.Pages.Records;

/// <summary>
/// Tells what a record leads to in the lab.
/// <code>
/// A, AAAA   address of a load-balancer Service   the Service, such as traefik
///           address of a node                    the node
///           another private address              a device in the house
///           any other                            an outside address
/// CNAME     a tunnel of the account              the tunnel by name; dangling when it is gone
///           a name of the zone                   alias of it
///           any other                            an outside name
/// </code>
/// </summary>
internal sealed class Destinations(ClusterState cluster, LiveValue<TunnelState> tunnels)
{
    private const string TunnelSuffix = ".cfargotunnel.com";

    private readonly Dictionary<string, Destination> _addresses = AddressesOf(cluster);

    public Destination Of(LiveRecord record, DnsZone zone) => record.Value.Type switch
    {
        "A" or "AAAA" => _addresses.GetValueOrDefault(record.Value.Content) ?? OfAddress(record.Value.Content),
        "CNAME" => OfAlias(record.Value.Content, zone),
        _ => Destination.None,
    };

    private static Destination OfAddress(string address) => AddressText.IsOfTheHouse(address)
        ? new Destination("device in the house", "house")
        : new Destination("outside address", "globe");

    private Destination OfAlias(string target, DnsZone zone)
    {
        if (target.EndsWith(TunnelSuffix, StringComparison.Ordinal))
            return OfTunnel(target[..^TunnelSuffix.Length]);
        return target == zone.Name || target.EndsWith("." + zone.Name, StringComparison.Ordinal)
            ? new Destination($"alias of {target}", "corner-down-left")
            : new Destination("outside name", "globe");
    }

    private Destination OfTunnel(string id)
    {
        if (tunnels.AsOf is null)
            return new Destination($"a tunnel ({id[..Math.Min(8, id.Length)]}…)", "waypoints");
        return tunnels.Value.Find(id) is { } tunnel
            ? new Destination($"tunnel {tunnel.Name}", "waypoints", $"/tunnels/{tunnel.Id}")
            : new Destination("a missing tunnel", "waypoints", null, tunnels.Fault is null);
    }

    private static Dictionary<string, Destination> AddressesOf(ClusterState cluster)
    {
        var known = new Dictionary<string, Destination>(StringComparer.Ordinal);
        foreach (var service in cluster.ServiceRows.Where(service => service.Type == "LoadBalancer"))
        {
            foreach (var address in service.ExternalIp.Split(',', StringSplitOptions.TrimEntries))
                known.TryAdd(address, new Destination(service.Namespace == service.Name ? service.Name : $"{service.Namespace}/{service.Name}", "network", service.Href));
        }

        foreach (var node in cluster.NodeRows)
            known.TryAdd(node.Address, new Destination($"node {node.Name}", "server", node.Href));
        return known;
    }
}
