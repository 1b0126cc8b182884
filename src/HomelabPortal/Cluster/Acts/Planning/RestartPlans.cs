using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>
/// What a restart does.
/// <list type="table">
/// <item>paused Deployment → refused: nothing would happen until it is resumed</item>
/// <item>no replicas wanted → refused: nothing runs</item>
/// <item>OnDelete → warns: pods stay until somebody deletes them</item>
/// <item>Recreate, or one replica that may be missing → warns: it will be gone for a moment</item>
/// <item>rolling Deployment whose volume is on one node at a time → warns: the new pod may wait for the old one</item>
/// <item>StatefulSet → one by one, the highest number first; a DaemonSet → node by node</item>
/// </list>
/// </summary>
internal static class RestartPlans
{
    private const string Gone = "It has a single replica: it will be gone for a moment.";

    public static ActPlan Plan(ClusterState state, ActWish.Restart wish, ActPlan plan) => wish.Kind switch
    {
        "Deployment" => Deployment(state, plan, state.Deployments.Find(wish.Key)!),
        "StatefulSet" => StatefulSet(plan, state.StatefulSets.Find(wish.Key)!),
        "DaemonSet" => DaemonSet(plan, state.DaemonSets.Find(wish.Key)!),
        _ => plan.Refused($"A {wish.Kind} is not restarted; it runs to its end."),
    };

    private static ActPlan Deployment(ClusterState state, ActPlan plan, Deployment deployment)
    {
        var replicas = WorkloadDisplay.Desired(deployment);
        if (deployment.Spec.Paused)
            return plan.Refused("Its rollout is paused, so nothing would happen. Resume it first.");
        if (replicas == 0)
            return plan.Refused("It is scaled to 0: there is nothing to restart.");
        if (deployment.Spec.Strategy.Type == "Recreate")
        {
            return Begin(plan).Line(new PlanLine(PlanLineKind.Delete, $"{Spoken.Count(replicas, "pod")}, before the new {(replicas == 1 ? "one starts" : "ones start")}", "Its strategy is Recreate."))
                .Warning(replicas == 1 ? Gone : "All its pods stop at once: it will be gone until new ones are ready.");
        }

        return Begin(plan).Line(new PlanLine(PlanLineKind.Update, replicas == 1 ? "1 pod: the new one starts, then the old one stops" : $"{replicas} pods, some at a time"))
            .Warning(replicas == 1 && Missing(deployment.Spec.Strategy.RollingUpdate?.MaxUnavailable, replicas) > 0 ? Gone : null)
            .Warning(VolumeWarnings.ForRollout(state, deployment));
    }

    private static ActPlan StatefulSet(ActPlan plan, StatefulSet set)
    {
        var replicas = WorkloadDisplay.Desired(set);
        if (replicas == 0)
            return plan.Refused("It is scaled to 0: there is nothing to restart.");
        if (set.Spec.UpdateStrategy.Type == "OnDelete")
            return OnDelete(plan);
        return Begin(plan).Line(new PlanLine(PlanLineKind.Update, replicas == 1 ? $"1 pod: {plan.Wish.Name}-0 stops, then starts again" : $"{replicas} pods, one by one, {plan.Wish.Name}-{replicas - 1} first"))
            .Warning(replicas == 1 ? Gone : null)
            .Warning(set.Spec.UpdateStrategy.RollingUpdate?.Partition is { } partition and > 0 ? $"Pods below number {partition} keep running: its partition holds them back." : null);
    }

    private static ActPlan DaemonSet(ActPlan plan, DaemonSet set)
    {
        if (set.Status.DesiredNumberScheduled == 0)
            return plan.Refused("It runs on no node: there is nothing to restart.");
        if (set.Spec.UpdateStrategy.Type == "OnDelete")
            return OnDelete(plan);
        return Begin(plan).Line(new PlanLine(PlanLineKind.Update, $"{Spoken.Count(set.Status.DesiredNumberScheduled, "pod")}, node by node"))
            .Warning("On each node it is gone for a moment.");
    }

    private static ActPlan OnDelete(ActPlan plan) =>
        Begin(plan).Warning("Its strategy is OnDelete: the pods of now keep running until somebody deletes them.");

    private static ActPlan Begin(ActPlan plan) => plan.Line(new PlanLine(
        PlanLineKind.Update, $"{plan.Wish.Subject}: new pods from the same template", null, $"PATCH {ActCall.Path(plan.Wish)}", ActCall.Shown(ActCall.Restart("(now)"))));

    /// <summary>The server rounds percentages of missing pods down; its default is a quarter.</summary>
    private static int Missing(IntOrString? most, int replicas) => most switch
    {
        { Number: { } number } => number,
        { Text: { } text } when int.TryParse(text.TrimEnd('%'), out var percent) => replicas * percent / 100,
        _ => replicas / 4,
    };
}
