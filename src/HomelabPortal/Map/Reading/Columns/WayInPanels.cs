using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Pages;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>The tunnels of the account, and the addresses at which the house reaches the ingress.</summary>
internal static class WayInPanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene) => [.. Tunnels(scene), .. Addresses(scene)];

    private static IEnumerable<MapPanel> Tunnels(MapScene scene)
    {
        var sight = new Sight(scene.Facts.TunnelFault, scene.Facts.TunnelsAsOf);
        return scene.Facts.Tunnels.Tunnels.OrderBy(tunnel => tunnel.Name, NaturalOrder.Instance).Select(tunnel => new MapPanel(sight.See(Tunnel(tunnel)), []) { Detail = Connectors(tunnel) });
    }

    private static MapThing Tunnel(LiveTunnel tunnel)
    {
        var line = new TunnelLine(tunnel, false, []);
        return new MapThing(MapIds.Tunnel(tunnel.Id), MapKind.Tunnel, tunnel.Name, line.State, $"{line.Word}, {Connectors(tunnel)}.", $"/tunnels/{tunnel.Id}");
    }

    private static string Connectors(LiveTunnel tunnel) => tunnel.Connectors.Length switch { 0 => "no connector", 1 => "1 connector", var many => $"{many} connectors" };

    private static IEnumerable<MapPanel> Addresses(MapScene scene)
    {
        var cluster = scene.Facts.Cluster;
        var sight = Sight.OfKind(cluster.Services, scene.Facts);
        return cluster.LoadBalancer.Held.Where(held => held.Services.Contains(scene.Facts.TraefikService))
            .OrderBy(held => held.Address, NaturalOrder.Instance).Select(held => new MapPanel(sight.See(Address(held)), []) { Detail = held.Nodes.Count > 0 ? $"by {held.NodeText}" : "in the house" });
    }

    private static MapThing Address(HeldAddress held) =>
        new(MapIds.Address(held.Address), MapKind.Address, held.Address, held.Health.State, held.Health.Sentence.Length > 0 ? held.Health.Sentence : "Where the house reaches the ingress.", "/cluster/services?tab=load-balancer");
}
