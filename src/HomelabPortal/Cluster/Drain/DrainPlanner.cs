using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Drain;

/// <summary>
/// Says what draining a node would do, and to whom.
/// <list type="table">
/// <item>the node is not there, or its pods cannot be seen → refused</item>
/// <item>it is cordoned and nothing on it has to leave → refused, it is drained</item>
/// <item>pods that nothing makes again, not allowed to go → refused</item>
/// <item>pods with files in an emptyDir, not allowed to lose them → refused</item>
/// <item>otherwise → every pod but those of DaemonSets and static ones is evicted; <see cref="DrainChecks"/> finds what that costs</item>
/// </list>
/// </summary>
internal static class DrainPlanner
{
    public static DrainPlan Plan(ClusterState state, string node, DrainFacts facts, DrainChoices choices)
    {
        if (!state.Nodes.Status.IsKnown || !state.Pods.Status.IsKnown)
            return Refused(node, "The node and its pods cannot be seen now, so nobody can say what a drain would do. Try again when the API server answers.");
        if (state.Nodes.Find(node) is not { } known)
            return Refused(node, $"The cluster has no node {node} now.");
        var here = state.Pods.All.Where(pod => pod.Spec.NodeName == node).ToList();
        var pods = DrainPods.Of(here);
        var findings = DrainChecks.Find(state, known, here, pods, facts);
        var refusal = known.Spec.Unschedulable && !pods.Any(pod => pod.MustGo) ? $"{node} is drained already." : Refusal(pods, choices);
        return new DrainPlan(node, [.. pods], [.. findings.OrderBy(finding => finding.Weight)], refusal);
    }

    /// <summary>Asked again during a drain, of the pods that are there then.</summary>
    public static string? Refusal(IReadOnlyList<DrainPod> pods, DrainChoices choices)
    {
        var lost = pods.Where(pod => pod.Fate == DrainFate.IsGoneForGood && !pod.IsLeaving).ToList();
        if (lost.Count > 0 && !choices.LoseUnmanaged)
            return $"{Names(lost)} would be gone for good, because nothing makes {It(lost)} again. Allow that first.";
        var scratch = pods.Where(pod => pod.LosesScratch && !pod.IsLeaving).ToList();
        return scratch.Count > 0 && !choices.LoseScratch
            ? $"{Names(scratch)} would lose the files in {Its(scratch)} emptyDir volumes. Allow that first."
            : null;
    }

    private static DrainPlan Refused(string node, string why) => new(node, [], [], why);

    private static string Names(List<DrainPod> pods) => pods.Count <= 3
        ? string.Join(", ", pods.Select(pod => pod.Key))
        : $"{string.Join(", ", pods.Take(2).Select(pod => pod.Key))} and {Spoken.Count(pods.Count - 2, "other pod")}";

    private static string It(List<DrainPod> pods) => pods.Count == 1 ? "it" : "them";

    private static string Its(List<DrainPod> pods) => pods.Count == 1 ? "its" : "their";
}
