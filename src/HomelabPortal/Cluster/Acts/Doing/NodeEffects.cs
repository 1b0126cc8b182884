using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Closes nodes to new pods, and opens them.</summary>
internal sealed class NodeEffects(OutcomeWatch outcome)
{
    private static readonly TimeSpan _seenLimit = TimeSpan.FromMinutes(1);

    public async Task CordonAsync(KubernetesClient client, ActWish.CordonNode wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken)
    {
        progress.Begin(wish.Cordon ? "Close it to new pods" : "Open it to new pods");
        await GuardedPatch.MergeAsync(client, ResourceTypes.Nodes, wish, seen, ActCall.Cordon(wish.Cordon), null, cancellationToken);
        progress.Conclude(await outcome.UntilAsync(
            state => state.Nodes.Find(wish.Name) switch
            {
                null => throw new ActFault($"{wish.Name} left the cluster meanwhile."),
                { Spec.Unschedulable: var closed } when closed == wish.Cordon => Look.Done(wish.Cordon ? $"{wish.Name} takes no new pods." : $"{wish.Name} takes pods again."),
                _ => Look.Waits("The change is on its way."),
            },
            _seenLimit,
            progress,
            cancellationToken));
    }
}
