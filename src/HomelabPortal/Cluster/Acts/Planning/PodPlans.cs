using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>
/// What removing a pod does.
/// <list type="table">
/// <item>a static pod → refused: the kubelet runs it from a file, and the API server shows a mirror only</item>
/// <item>nothing makes it again → warns, and the name must be typed</item>
/// <item>its controller wants it → a replacement is made; the only one of its workload → warns: gone for a moment</item>
/// <item>it has ended → its record goes, nothing is lost</item>
/// <item>evict: two disruption budgets select it → refused: the API server evicts no such pod</item>
/// <item>evict: a budget allows none now → refused, with the budget's numbers; delete → warns that it does not ask the budget</item>
/// </list>
/// </summary>
internal static class PodPlans
{
    private const string Mirror = "kubernetes.io/config.mirror";

    public static ActPlan Delete(ClusterState state, ActPlan plan, Pod pod) => Removed(state, plan, pod, "DELETE", "", ActCall.Shown(DeleteBody(pod)))
        .Warning(Budgets(state, pod).FirstOrDefault(IsSpent) is { } budget ? $"The disruption budget {budget.Metadata.Name} allows no eviction now; a delete does not ask it." : null);

    public static ActPlan Evict(ClusterState state, ActPlan plan, Pod pod)
    {
        var budgets = Budgets(state, pod).ToList();
        if (budgets.Count > 1)
            return plan.Refused($"Two disruption budgets select it ({string.Join(", ", budgets.Select(budget => budget.Metadata.Name))}), and the API server evicts no such pod. Delete one of the budgets.");
        if (budgets.Find(IsSpent) is { Status: var status } budget)
            return plan.Refused($"The disruption budget {budget.Metadata.Name} forbids it now: {status.CurrentHealthy} healthy, {status.DesiredHealthy} needed. Wait, or delete the pod, which does not ask.");
        return Removed(state, plan, pod, "POST", "/eviction", ActCall.Shown(EvictionBody(pod)));
    }

    private static ActPlan Removed(ClusterState state, ActPlan plan, Pod pod, string method, string subresource, string body)
    {
        if (pod.Metadata.Annotations.ContainsKey(Mirror))
            return plan.Refused("The kubelet runs it from a file on its node; what the API server shows is a mirror. Move the file away instead.");
        plan = plan.Line(new PlanLine(PlanLineKind.Delete, plan.Wish.Subject, Grace(pod), $"{method} {ActCall.Path(plan.Wish, subresource)}", body));
        if (HasEnded(pod))
            return plan;
        if (pod.Metadata.Controller() is not { } owner)
            return plan.Warning("Nothing makes it again: it is gone for good.") with { TypedName = plan.Wish.Name };
        return plan.Line(new PlanLine(PlanLineKind.Create, Replacement(pod, owner)))
            .Warning(IsOnlyOne(state, pod, owner) ? "It is the only pod of its workload: that will be gone for a moment." : null);
    }

    private static string? Grace(Pod pod) => HasEnded(pod) || pod.Spec.NodeName.Length == 0 ? null
        : $"Its containers get {Spoken.Span(TimeSpan.FromSeconds(pod.Spec.TerminationGracePeriodSeconds ?? 30))} to end.";

    private static string Replacement(Pod pod, OwnerReference owner) => owner.Kind switch
    {
        "StatefulSet" => $"a pod of the same name, by StatefulSet {owner.Name}",
        "DaemonSet" => $"a pod on {pod.Spec.NodeName}, by DaemonSet {owner.Name}",
        "Job" => $"another attempt, by Job {owner.Name}, unless it has had enough of them",
        _ => $"a replacement, by {owner.Kind} {owner.Name}",
    };

    private static bool IsOnlyOne(ClusterState state, Pod pod, OwnerReference owner) => owner.Kind is "ReplicaSet" or "StatefulSet"
        && state.Pods.All.Count(other => other.Metadata.Namespace == pod.Metadata.Namespace && other.Metadata.DeletionTimestamp is null && other.Metadata.Controller()?.Uid == owner.Uid) == 1;

    /// <summary>An eviction of a pod that has ended, or never began, is not held against a budget.</summary>
    private static IEnumerable<PodDisruptionBudget> Budgets(ClusterState state, Pod pod) => HasEnded(pod) || pod.Status.Phase == "Pending" ? []
        : state.DisruptionBudgets.All.Where(budget => budget.Metadata.Namespace == pod.Metadata.Namespace && budget.Spec.Selector.Matches(pod.Metadata.Labels));

    private static bool IsSpent(PodDisruptionBudget budget) => budget.Status.DisruptionsAllowed <= 0;

    private static bool HasEnded(Pod pod) => pod.Status.Phase is "Succeeded" or "Failed";

    private static JsonObject DeleteBody(Pod pod) => new() { ["preconditions"] = new JsonObject { ["uid"] = pod.Metadata.Uid } };

    private static JsonObject EvictionBody(Pod pod) => new() { ["apiVersion"] = "policy/v1", ["kind"] = "Eviction", ["deleteOptions"] = DeleteBody(pod) };
}
