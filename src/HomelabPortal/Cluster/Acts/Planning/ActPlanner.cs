using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>
/// Says what an act would do, or why it is refused. The first line that applies wins.
/// <list type="table">
/// <item>any act, no cluster, or the kind cannot be seen now → refused: unknown is not "as it was"</item>
/// <item>any act, no such object → refused</item>
/// <item>any act, the object is being deleted → refused</item>
/// <item>scale, roll back, suspend or resume of what Argo CD, Flux or the portal puts back → refused, with what to change instead</item>
/// <item>restart, delete, evict, run now of the same → planned: that is not in Git</item>
/// <item>restart: <see cref="RestartPlans"/></item>
/// <item>scale: <see cref="ScalePlans"/></item>
/// <item>roll back: <see cref="RollBackPlans"/></item>
/// <item>delete, evict: <see cref="PodPlans"/></item>
/// <item>run now, suspend, resume: <see cref="CronJobPlans"/></item>
/// <item>cordon, uncordon: <see cref="NodePlans"/></item>
/// </list>
/// </summary>
internal static class ActPlanner
{
    public static ActPlan Plan(LiveValue<ClusterState> live, ActWish wish)
    {
        var plan = new ActPlan(wish);
        if (!live.Value.IsConnected)
            return plan.Refused(live.Value.Help ?? "No cluster is connected.");
        if (ActSubject.Of(live.Value, wish) is not { } subject)
            return plan.Refused($"Nothing like this can be done to a {wish.Kind}.");
        if ((live.Fault ?? NotSeen(subject.Status)) is { } fault)
            return plan.Refused($"{wish.Subject} cannot be seen now, so nobody can say what this would do. {Spoken.Sentence(fault)}");
        if (subject.Meta is not { } meta)
            return plan.Refused($"There is no {wish.Subject} now.");
        plan = plan with { Seen = ActSeen.Of(meta) };
        if (meta.DeletionTimestamp is not null && wish.Kind != "Node")
            return plan.Refused(wish.Kind == "Pod" ? $"{wish.Name} is stopping already." : $"{wish.Name} is being deleted.");
        return RevertedBy(wish, ManagedBy.Of(meta, live.Value)) is { } reverter ? Reverted(plan, reverter) : Of(live.Value, wish, plan);
    }

    private static ActPlan Of(ClusterState state, ActWish wish, ActPlan plan) => wish switch
    {
        ActWish.Restart restart => RestartPlans.Plan(state, restart, plan),
        ActWish.Scale scale => ScalePlans.Plan(state, scale, plan),
        ActWish.RollBack rollBack => RollBackPlans.Plan(state, rollBack, plan),
        ActWish.DeletePod => PodPlans.Delete(state, plan, state.Pods.Find(wish.Key)!),
        ActWish.EvictPod => PodPlans.Evict(state, plan, state.Pods.Find(wish.Key)!),
        ActWish.RunCronJob => CronJobPlans.Run(plan, state.CronJobs.Find(wish.Key)!),
        ActWish.SuspendCronJob suspend => CronJobPlans.Suspend(plan, suspend, state.CronJobs.Find(wish.Key)!),
        ActWish.CordonNode cordon => NodePlans.Plan(state, cordon, plan),
        _ => plan.Refused("The portal does not know this act."),
    };

    private static string? NotSeen(SourceStatus status) => status.Phase switch
    {
        SourcePhase.Live => null,
        SourcePhase.NotInstalled => "The cluster has no such kind.",
        SourcePhase.Syncing => status.Fault ?? "They are still being read.",
        _ => status.Fault ?? "They could not be read lately.",
    };

    private static ObjectManager? RevertedBy(ActWish wish, ObjectManager? manager) =>
        wish is ActWish.Scale or ActWish.RollBack or ActWish.SuspendCronJob && manager is { Reverts: true } ? manager : null;

    private static ActPlan Reverted(ActPlan plan, ObjectManager reverter) => plan.Refused(reverter.Tool == "HomelabPortal"
        ? "The portal itself keeps this object as it is wanted and would put it back. Change what is wanted instead."
        : $"{reverter.Words} keeps it as it is written in Git and would put it back within minutes. Change it there instead.") with
    {
        Reverter = reverter,
        Instead = InsteadText.Of(plan.Wish),
    };
}
