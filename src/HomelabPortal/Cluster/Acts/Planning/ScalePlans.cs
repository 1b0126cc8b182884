using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>
/// What scaling does.
/// <list type="table">
/// <item>a DaemonSet → refused: one pod for each of its nodes</item>
/// <item>less than none, or more than <see cref="Most"/> → refused</item>
/// <item>as many as there are → refused: nothing to do</item>
/// <item>an autoscaler sets the replicas, and it is not scaled to 0 → refused: it would be overruled; to 0 → warns that the autoscaler rests too</item>
/// <item>to 0 → warns: switched off</item>
/// <item>more pods of a Deployment whose volume is on one node at a time → warns</item>
/// <item>fewer pods of a StatefulSet → warns: their volumes stay</item>
/// </list>
/// </summary>
internal static class ScalePlans
{
    /// <summary>A slip of the finger, not a wish, in a homelab.</summary>
    public const int Most = 100;

    public static ActPlan Plan(ClusterState state, ActWish.Scale wish, ActPlan plan)
    {
        if (ReplicasOf(state, wish) is not { } now)
            return plan.Refused(wish.Kind == "DaemonSet" ? "A DaemonSet has one pod for each of its nodes; there is no number to set." : $"A {wish.Kind} has no number of replicas.");
        if (wish.Replicas is < 0 or > Most)
            return plan.Refused($"Replicas are from 0 to {Most}.");
        if (wish.Replicas == now)
            return plan.Moot($"It has {Spoken.Count(now, "replica")} already.");
        var autoscaler = state.Autoscalers.All.FirstOrDefault(item => item.Metadata.Namespace == wish.Namespace && item.Spec.ScaleTargetRef.Kind == wish.Kind && item.Spec.ScaleTargetRef.Name == wish.Name);
        if (autoscaler is not null && wish.Replicas > 0 && now > 0)
            return plan.Refused($"The autoscaler {autoscaler.Metadata.Name} sets its replicas, from {autoscaler.Spec.MinReplicas ?? 1} to {autoscaler.Spec.MaxReplicas}, and would overrule you. Change its bounds instead.");
        return Scaled(state, wish, plan, now)
            .Warning(autoscaler is null ? null : wish.Replicas == 0 ? $"The autoscaler {autoscaler.Metadata.Name} rests until somebody scales it up again." : $"The autoscaler {autoscaler.Metadata.Name} sets the number from then on.");
    }

    /// <summary>Null for kinds that are not scaled.</summary>
    public static int? ReplicasOf(ClusterState state, ActWish wish) => wish.Kind switch
    {
        "Deployment" when state.Deployments.Find(wish.Key) is { } deployment => WorkloadDisplay.Desired(deployment),
        "StatefulSet" when state.StatefulSets.Find(wish.Key) is { } set => WorkloadDisplay.Desired(set),
        _ => null,
    };

    private static ActPlan Scaled(ClusterState state, ActWish.Scale wish, ActPlan plan, int now)
    {
        var more = wish.Replicas - now;
        plan = plan.Line(new PlanLine(PlanLineKind.Update, $"{wish.Subject}: replicas {now} → {wish.Replicas}", null, $"PATCH {ActCall.Path(wish, "/scale")}", ActCall.Shown(ActCall.Scale(wish.Replicas))));
        plan = more > 0
            ? plan.Line(new PlanLine(PlanLineKind.Create, Spoken.Count(more, "pod")))
            : plan.Line(new PlanLine(PlanLineKind.Delete, Spoken.Count(-more, "pod")));
        return plan
            .Warning(wish.Replicas == 0 ? $"It is switched off: nothing answers for {wish.Name} until it is scaled up again." : null)
            .Warning(wish.Replicas > 1 && more > 0 && state.Deployments.Find(wish.Key) is { } deployment && wish.Kind == "Deployment" ? VolumeWarnings.ForMorePods(state, deployment) : null)
            .Warning(more < 0 && wish.Kind == "StatefulSet" ? "The volumes of the pods that go stay, and are used again when it is scaled up." : null);
    }
}
