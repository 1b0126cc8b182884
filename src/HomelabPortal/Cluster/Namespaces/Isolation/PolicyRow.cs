using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Pods;

namespace HomelabPortal.Cluster.Namespaces.Isolation;

/// <summary>One network policy of a namespace, in words.</summary>
/// <param name="Pods">How many pods it is for, and which when they are few.</param>
public sealed record PolicyRow(string Uid, string Name, string Selects, string Pods, IReadOnlyList<string> Rules)
{
    private const int MostNamed = 3;

    internal static IReadOnlyList<PolicyRow> Of(string ns, ClusterState state)
    {
        var policies = state.NetworkPolicies.All.Where(policy => policy.Metadata.Namespace == ns).OrderBy(policy => policy.Metadata.Name, StringComparer.Ordinal).ToList();
        if (policies.Count == 0)
            return [];
        var pods = PodRange.Of(state.PodRows, ns).Select(row => state.Pods.Find(row.Key)?.Metadata).OfType<HomelabPortal.Kubernetes.ObjectMeta>().ToList();
        return [.. policies.Select(policy => new PolicyRow(
            policy.Metadata.Uid, policy.Metadata.Name, PolicyWords.Selects(policy),
            Named([.. pods.Where(pod => policy.Spec.PodSelector.Matches(pod.Labels)).Select(pod => pod.Name)], policy.Spec.PodSelector.IsEmpty()),
            [.. PolicyWords.Incoming(policy, state), .. PolicyWords.Outgoing(policy, state)]))];
    }

    private static string Named(IReadOnlyList<string> pods, bool isEvery) =>
        pods.Count == 0 ? "no pod now" : isEvery || pods.Count > MostNamed ? Spoken.Count(pods.Count, "pod") : string.Join(", ", pods);
}
