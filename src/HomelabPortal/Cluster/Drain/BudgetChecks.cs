using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Drain;

/// <summary>Which disruption budgets stand in the way of moving some pods.</summary>
internal static class BudgetChecks
{
    public static IEnumerable<DrainFinding> Find(ClusterState state, IReadOnlyList<Pod> moving)
    {
        if (!state.DisruptionBudgets.Status.IsKnown)
            yield return new("budgets.unknown", DrainWeight.Unknown, "The portal cannot see disruption budgets now. Evictions that one forbids will wait.");
        foreach (var budget in state.DisruptionBudgets.All.OrderBy(budget => budget.Metadata.Key(), StringComparer.Ordinal))
        {
            var covered = moving.Count(pod => Covers(budget, pod));
            if (covered > budget.Status.DisruptionsAllowed)
                yield return new("budget.holds", DrainWeight.Holds, Words(budget, covered), new DrainSubject(budget.Metadata.Key()));
        }

        var twice = moving.Where(pod => state.DisruptionBudgets.All.Count(budget => Covers(budget, pod)) > 1)
            .Select(pod => new DrainSubject(pod.Metadata.Key(), ObjectHref.Of("Pod", pod.Metadata.Namespace, pod.Metadata.Name))).ToList();
        if (twice.Count > 0)
            yield return new("budget.twice", DrainWeight.Holds, "Two disruption budgets select the same pod, and the API server evicts no such pod. Delete one of the budgets, or the pod by hand.", twice);
    }

    /// <summary>Since policy/v1 an empty selector covers every pod of the namespace.</summary>
    private static bool Covers(PodDisruptionBudget budget, Pod pod) =>
        budget.Metadata.Namespace == pod.Metadata.Namespace && budget.Spec.Selector.Matches(pod.Metadata.Labels);

    private static string Words(PodDisruptionBudget budget, int covered)
    {
        var status = budget.Status;
        var allowed = status.DisruptionsAllowed == 0 ? "no eviction" : Spoken.Count(status.DisruptionsAllowed, "eviction") + " at a time";
        return $"A disruption budget allows {allowed} now ({status.CurrentHealthy} healthy, {status.DesiredHealthy} needed) and covers {Spoken.Count(covered, "pod")} here. The drain waits for it.";
    }
}
