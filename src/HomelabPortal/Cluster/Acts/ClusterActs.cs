using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Acts.Doing;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Platform;
using HomelabPortal.Storage;

namespace HomelabPortal.Cluster.Acts;

/// <summary>Acts on the cluster, for pages and API alike: what one would do, and doing it.</summary>
internal sealed class ClusterActs(Live<ClusterState> live, AuthorityCheck authority, ActJobs jobs, ActEffects effects)
{
    public ActPlan Plan(ActWish wish) => ActPlanner.Plan(live.Current, wish);

    /// <summary>Begins the act in the background, if it still would do what was shown.</summary>
    /// <param name="seen">The state that the person decided upon; null decides upon whatever is there now.</param>
    /// <param name="along">Stored together with the record that the act has begun.</param>
    public async Task<ActJobStart> StartAsync(ActWish wish, ActSeen? seen, Actor actor, Func<string, Func<PortalDbContext, CancellationToken, Task>?>? along = null)
    {
        var plan = Plan(wish);
        // Who may not do it learns that first, and leaves the trace of it, whatever the plan says.
        if (authority.WhyNot(actor, wish.Act) is null)
        {
            if (seen is not null && plan.Seen is not null && plan.Seen != seen)
                return ActJobStart.Stale($"{wish.Subject} was changed meanwhile. Look at what would happen now, and decide again.");
            if (plan.Refusal is { } refusal)
                return ActJobStart.Not(refusal);
        }

        var request = new ActJobRequest(wish.Act, wish.Words)
        {
            Subject = ObjectHref.Of(wish.Kind, wish.Namespace, wish.Name), Key = wish.Words, Along = along,
        };
        return await jobs.StartAsync(request, actor, (progress, stop) => effects.RunAsync(wish, plan.Seen ?? new ActSeen("", 0), progress, stop));
    }
}
