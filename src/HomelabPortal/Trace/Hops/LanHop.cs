using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the address at which the house reaches the ingress.
/// <code>
/// Services cannot be read                       lan.unread               Unknown
/// Traefik's Service is not there                lan.service.missing      Broken
/// it has no address, all pools are used up      lan.pool.exhausted       Broken
/// it has no address                             lan.address.none         Broken
/// who announces it cannot be read               lan.announcer.unread     Unknown
/// no node answers for it                        lan.unannounced          Broken
/// the node that answers for it is not ready     lan.announcer.down       Broken
/// </code>
/// </summary>
internal static class LanHop
{
    public static TraceHop Of(string host, TraceScene scene)
    {
        var address = scene.Traefik?.Status.LoadBalancer.Ingress.Select(given => given.Ip).FirstOrDefault(ip => ip.Length > 0);
        var ports = LanPorts.Of(host, scene);
        var held = address is null ? null : scene.Cluster.LoadBalancer.Held.FirstOrDefault(one => one.Address == address);
        var command = address is null ? Reproducers.List("services", scene.Facts.TraefikService.Split('/')[0]) : Reproducers.CurlAt(host, address, ports[0]);
        return new TraceHop(HopKind.Lan, address ?? "", "/cluster/services?tab=load-balancer", Said(address, held), command, Hop.Found(Judge(address, held, scene, command)))
        {
            Addresses = address is null ? [] : [.. ports.Select(port => new HopAddress(address, port))],
            Facts =
            [
                new TraceFact("Service", scene.Facts.TraefikService, scene.Traefik is { } traefik ? ObjectHref.Of("Service", traefik.Metadata.Namespace, traefik.Metadata.Name) : null),
                .. held is { Pool.Length: > 0 } ? [new TraceFact("Pool", held.Pool, "/cluster/services?tab=load-balancer")] : Array.Empty<TraceFact>(),
                .. (held?.Nodes ?? []).Select(node => new TraceFact("Announced by", node, ObjectHref.Of("Node", "", node))),
            ],
        };
    }

    private static string Said(string? address, HeldAddress? held) => held switch
    {
        { Nodes.Count: > 0 } => $"{held.NodeText} {(held.Nodes.Count == 1 ? "answers" : "answer")} for {address} in the house and hand{(held.Nodes.Count == 1 ? "s" : "")} it to Traefik.",
        _ => $"{address} is Traefik's address in the house.",
    };

    private static TraceFinding? Judge(string? address, HeldAddress? held, TraceScene scene, string command)
    {
        var (cluster, name) = (scene.Cluster, scene.Facts.TraefikService);
        if (Unseen.Kind(cluster.Services, "lan.unread", "Services", scene.Facts) is { } unread)
            return unread;
        if (scene.Traefik is not { } traefik)
            return Hop.Broken("lan.service.missing", $"There is no Service {name}, which should be Traefik's.", "Correct Ingress:TraefikService in the settings, or install Traefik.", command);
        if (address is null)
            return OfNoAddress(traefik, scene, command);
        if (Unseen.Kind(cluster.AddressPools, "lan.announcer.unread", "IPAddressPools", scene.Facts, "ipaddresspools.metallb.io") is { } unseen)
            return unseen;
        // Given by something else than MetalLB, which keeps no record of who answers.
        if (held is null or { Pool.Length: 0 })
            return null;
        if (Unseen.Kind(cluster.L2Statuses, "lan.announcer.unread", "ServiceL2Statuses", scene.Facts, "servicel2statuses.metallb.io") is { } blind)
            return blind;
        return held.Health switch
        {
            { Word: "Not announced" } => Hop.Broken("lan.unannounced", $"No node answers for {address} in the house. {held.Health.Sentence}", "Look at MetalLB's speakers.", Reproducers.List("pods", "metallb-system")),
            { State: HealthState.Degraded, Word: "Announcer down" } => Hop.Broken("lan.announcer.down", $"Nobody answers for {address}: {held.Health.Sentence}", "Bring the node back, or restart MetalLB's speakers so that another takes over.", Reproducers.Describe("node", "", held.Nodes[0])),
            _ => null,
        };
    }

    private static TraceFinding OfNoAddress(Service traefik, TraceScene scene, string command)
    {
        var reason = PendingReason.Of(traefik, scene.Cluster);
        var isUsedUp = scene.Cluster.LoadBalancer.Pools is { Count: > 0 } pools && pools.All(pool => pool.Free == 0);
        return Hop.Broken(isUsedUp ? "lan.pool.exhausted" : "lan.address.none", $"Service {scene.Facts.TraefikService} has no address in the house. {reason}", isUsedUp ? "Give the pool more addresses, or take one back." : "Look at the address pools.", command) with { Fix = new TraceFix("See the pools", "/cluster/services?tab=load-balancer") };
    }
}
