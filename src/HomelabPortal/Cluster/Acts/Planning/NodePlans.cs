using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>
/// What closing a node to new pods does, and opening it.
/// <list type="table">
/// <item>it is as wished already → refused: nothing to do</item>
/// <item>cordon, no other node takes pods → warns: what restarts has no place</item>
/// <item>otherwise → planned; pods that run stay. No GitOps tool keeps nodes</item>
/// </list>
/// </summary>
internal static class NodePlans
{
    public static ActPlan Plan(ClusterState state, ActWish.CordonNode wish, ActPlan plan)
    {
        var node = state.Nodes.Find(wish.Name)!;
        if (node.Spec.Unschedulable == wish.Cordon)
            return plan.Moot(wish.Cordon ? "It takes no new pods already." : "It takes pods already.");
        var isLast = wish.Cordon && !state.Nodes.All.Any(other => other.Metadata.Name != wish.Name && !other.Spec.Unschedulable && other.Status.Conditions.IsTrue("Ready"));
        return plan
            .Line(new PlanLine(
                PlanLineKind.Update, $"{wish.Subject}: {(wish.Cordon ? "takes no new pods; those that run stay" : "takes new pods again; none move by themselves")}", null,
                $"PATCH {ActCall.Path(wish)}", ActCall.Shown(ActCall.Cordon(wish.Cordon))))
            .Warning(isLast ? "No other node takes pods: whatever restarts will find no place." : null);
    }
}
