using HomelabPortal.Cluster.Display;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>
/// What going back to an earlier revision does.
/// <list type="table">
/// <item>paused → refused: nothing would happen until it is resumed</item>
/// <item>the history cannot be seen → refused</item>
/// <item>a revision that is not in the history, or is the one in place → refused</item>
/// <item>otherwise → the template of that revision becomes the wanted one, and is rolled out as a new revision</item>
/// </list>
/// </summary>
internal static class RollBackPlans
{
    public static ActPlan Plan(ClusterState state, ActWish.RollBack wish, ActPlan plan)
    {
        var deployment = state.Deployments.Find(wish.Key)!;
        if (deployment.Spec.Paused)
            return plan.Refused("Its rollout is paused, so nothing would happen. Resume it first.");
        if (!state.ReplicaSets.Status.IsKnown)
            return plan.Refused("Its history cannot be seen now: ReplicaSets cannot be read.");
        var revisions = Revisions.Of(state, deployment);
        var current = revisions.FirstOrDefault(revision => revision.IsCurrent);
        if (revisions.FirstOrDefault(revision => revision.Number == wish.Revision) is not { } chosen)
            return plan.Refused($"Its history has no revision {wish.Revision} any more.");
        if (chosen.IsCurrent)
            return plan.Moot($"Revision {chosen.Number} is the one in place.");
        var from = current is null ? "" : $"revision {current.Number} → ";
        return plan
            .Line(new PlanLine(
                PlanLineKind.Update, $"{wish.Subject}: {from}{chosen.Number}", Difference(current, chosen), $"PATCH {ActCall.Path(wish)}",
                $"[{{ \"op\": \"replace\", \"path\": \"/spec/template\", \"value\": (the template of ReplicaSet {chosen.ReplicaSet}) }}]"))
            .Line(new PlanLine(PlanLineKind.Update, $"{Health.Spoken.Count(WorkloadDisplay.Desired(deployment), "pod")}, replaced by pods of revision {chosen.Number}"))
            .Warning("Data that the newer version has changed, such as its database, stays as it is.")
            .Warning(deployment.Spec.Strategy.Type == "Recreate" ? "All its pods stop before new ones start: it will be gone for a moment." : VolumeWarnings.ForRollout(state, deployment));
    }

    private static string? Difference(Revision? current, Revision chosen)
    {
        if (current is null)
            return null;
        var (gone, come) = (current.Images.Except(chosen.Images).ToList(), chosen.Images.Except(current.Images).ToList());
        return come.Count == 0 ? "The same images; something else differs." : $"{string.Join(", ", gone)} → {string.Join(", ", come.Select(image => image[(image.IndexOf(": ", StringComparison.Ordinal) + 2)..]))}";
    }
}
