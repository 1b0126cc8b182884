using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Namespaces.Isolation;

/// <summary>Says what a network policy does.</summary>
internal static class PolicyWords
{
    public static IReadOnlyList<string> Of(NetworkPolicy policy, ClusterState state) => [Selects(policy), .. Incoming(policy, state), .. Outgoing(policy, state)];

    /// <summary>"For every pod." or "For pods with app=db."</summary>
    public static string Selects(NetworkPolicy policy) => policy.Spec.PodSelector.IsEmpty() ? "For every pod." : $"For pods with {WorkloadDisplay.Selector(policy.Spec.PodSelector)}.";

    /// <summary>One sentence for each rule; empty when the policy leaves incoming traffic alone.</summary>
    public static IReadOnlyList<string> Incoming(NetworkPolicy policy, ClusterState state) => !PolicyDirection.LimitsIncoming(policy) ? []
        : policy.Spec.Ingress.Count == 0 ? ["Nobody may reach them by this policy."]
        : [.. policy.Spec.Ingress.Select(rule => Sentence(rule.From, rule.Ports, state, "Reached by", "everybody"))];

    /// <summary>One sentence for each rule; empty when the policy leaves outgoing traffic alone.</summary>
    public static IReadOnlyList<string> Outgoing(NetworkPolicy policy, ClusterState state) => !PolicyDirection.LimitsOutgoing(policy) ? []
        : policy.Spec.Egress.Count == 0 ? ["They may reach nothing by this policy."]
        : [.. policy.Spec.Egress.Select(rule => Sentence(rule.To, rule.Ports, state, "They may reach", "everything"))];

    private static string Sentence(IReadOnlyList<NetworkPolicyPeer> peers, IReadOnlyList<NetworkPolicyPort> ports, ClusterState state, string verb, string all)
    {
        var who = peers.Count == 0 ? all : string.Join(", and ", peers.Select(peer => PeerWords.Of(peer, state)));
        return ports.Count == 0 ? $"{verb} {who}, on every port." : $"{verb} {who}, on {string.Join(", ", ports.Select(Port))}.";
    }

    private static string Port(NetworkPolicyPort port)
    {
        var protocol = port.Protocol.Length > 0 ? port.Protocol : "TCP";
        return (port.Port, port.EndPort) switch
        {
            (null, _) => $"every {protocol} port",
            ({ } first, { } last) => $"{protocol} {first} to {last}",
            ({ } only, _) => $"{protocol} {only}",
        };
    }
}
