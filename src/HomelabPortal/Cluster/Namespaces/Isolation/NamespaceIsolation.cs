using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Namespaces.Isolation;

/// <summary>How far network policies keep a namespace's pods apart from the rest.</summary>
/// <param name="Word">For a table: "Open", "Closed", "Only allowed", "Some pods".</param>
public sealed record NamespaceIsolation(HealthState State, string Word, string Incoming, string Outgoing)
{
    /// <summary>
    /// A direction without any policy is open. With a policy for every pod only what some policy allows gets through,
    /// and nothing when none allows anything. Policies for some pods leave the others open.
    /// </summary>
    internal static NamespaceIsolation Of(string ns, ClusterState state)
    {
        var policies = state.NetworkPolicies.All.Where(policy => policy.Metadata.Namespace == ns).ToList();
        var incoming = Degree([.. policies.Where(PolicyDirection.LimitsIncoming)], policy => policy.Spec.Ingress.Count > 0);
        var outgoing = Degree([.. policies.Where(PolicyDirection.LimitsOutgoing)], policy => policy.Spec.Egress.Count > 0);
        return new NamespaceIsolation(incoming is "Open" or "Some pods" ? HealthState.Off : HealthState.Healthy, incoming, In(incoming), Out(outgoing));
    }

    private static string Degree(IReadOnlyList<NetworkPolicy> policies, Func<NetworkPolicy, bool> allows) =>
        policies.Count == 0 ? "Open"
        : !policies.Any(policy => policy.Spec.PodSelector.IsEmpty()) ? "Some pods"
        : policies.Any(allows) ? "Only allowed"
        : "Closed";

    private static string In(string degree) => degree switch
    {
        "Open" => "Open to everybody: any pod of the cluster may reach its pods.",
        "Closed" => "Closed: nobody may reach its pods.",
        "Some pods" => "Some pods take only what is allowed below; the others are open to everybody.",
        _ => "Closed by default: its pods are reached only as allowed below.",
    };

    private static string Out(string degree) => degree switch
    {
        "Open" => "Its pods may reach everything, the Internet included.",
        "Closed" => "Its pods may reach nothing.",
        "Some pods" => "Some pods may reach only what is allowed below; the others everything.",
        _ => "Its pods may reach only what is allowed below.",
    };
}
