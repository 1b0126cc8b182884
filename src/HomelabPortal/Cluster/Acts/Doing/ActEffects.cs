using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Does what was planned, and sees to it that it has come about.</summary>
internal sealed class ActEffects(ClusterSource source, WorkloadEffects workloads, RollBackEffect rollBack, PodEffects pods, CronJobEffects cronJobs, NodeEffects nodes)
{
    /// <exception cref="ActFault">It did not come out as meant.</exception>
    public async Task RunAsync(ActWish wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken)
    {
        var client = source.Client ?? throw new ActFault(source.Help);
        try
        {
            await (wish switch
            {
                ActWish.Restart restart => workloads.RestartAsync(client, restart, seen, progress, cancellationToken),
                ActWish.Scale scale => workloads.ScaleAsync(client, scale, seen, progress, cancellationToken),
                ActWish.RollBack back => rollBack.RunAsync(client, back, seen, progress, cancellationToken),
                ActWish.DeletePod delete => pods.DeleteAsync(client, delete, seen, progress, cancellationToken),
                ActWish.EvictPod evict => pods.EvictAsync(client, evict, seen, progress, cancellationToken),
                ActWish.RunCronJob run => cronJobs.RunAsync(client, run, seen, progress, cancellationToken),
                ActWish.SuspendCronJob suspend => cronJobs.SuspendAsync(client, suspend, seen, progress, cancellationToken),
                ActWish.CordonNode cordon => nodes.CordonAsync(client, cordon, seen, progress, cancellationToken),
                _ => throw new ActFault("The portal does not know this act."),
            });
        }
        catch (KubernetesApiException fault)
        {
            throw await ApiFaults.ExplainAsync(client, wish, fault, cancellationToken);
        }
    }
}
