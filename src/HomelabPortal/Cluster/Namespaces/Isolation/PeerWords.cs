using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Namespaces.Isolation;

/// <summary>Says who is meant by one side of a rule: "every pod of namespace gitea", "10.0.0.0/24 except 10.0.0.1/32".</summary>
internal static class PeerWords
{
    /// <summary>Of more namespaces than these only the labels are told.</summary>
    private const int MostNamed = 4;

    public static string Of(NetworkPolicyPeer peer, ClusterState state) => peer switch
    {
        { IpBlock: { } block } => block.Except.Count == 0 ? Range(block.Cidr) : $"{Range(block.Cidr)} except {string.Join(", ", block.Except)}",
        { NamespaceSelector: { } namespaces } => $"{Pods(peer.PodSelector)} of {Namespaces(namespaces, state)}",
        _ => $"{Pods(peer.PodSelector)} of this namespace",
    };

    private static string Range(string cidr) => cidr is "0.0.0.0/0" or "::/0" ? $"every address ({cidr})" : cidr;

    private static string Pods(LabelSelector? selector) => selector is null || selector.IsEmpty() ? "every pod" : $"pods with {WorkloadDisplay.Selector(selector)}";

    private static string Namespaces(LabelSelector selector, ClusterState state)
    {
        if (selector.IsEmpty())
            return "every namespace";
        var names = state.Namespaces.All.Where(ns => selector.Matches(ns.Metadata.Labels)).Select(ns => ns.Metadata.Name).Order(StringComparer.Ordinal).ToList();
        return names.Count switch
        {
            // Whoever adds such a namespace later lets it in, so the labels are worth knowing.
            0 => $"namespaces with {WorkloadDisplay.Selector(selector)}, of which there are none",
            1 => $"namespace {names[0]}",
            <= MostNamed => $"namespaces {string.Join(", ", names.SkipLast(1))} and {names[^1]}",
            _ => $"{names.Count} namespaces with {WorkloadDisplay.Selector(selector)}",
        };
    }
}
