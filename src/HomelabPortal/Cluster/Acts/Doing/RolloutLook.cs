using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Pure: how a rollout stands that an act has begun, with what holds its newest pod up.</summary>
internal static class RolloutLook
{
    /// <param name="uid">The workload that was acted upon, not another of its name.</param>
    /// <param name="generation">What the server called the wish.</param>
    /// <exception cref="ActFault">It has failed, is gone, or somebody else changed it.</exception>
    public static Look Of(ClusterState state, ActWish wish, string uid, long generation, DateTimeOffset since) => wish.Kind switch
    {
        "StatefulSet" => Of(state.StatefulSets.Find(wish.Key), wish, uid, generation, RolloutStatus.Of, set => set.Status.ReadyReplicas, state, since),
        "DaemonSet" => Of(state.DaemonSets.Find(wish.Key), wish, uid, generation, RolloutStatus.Of, set => set.Status.NumberReady, state, since),
        _ => Of(state.Deployments.Find(wish.Key), wish, uid, generation, Rolling, deployment => deployment.Status.ReadyReplicas, state, since),
    };

    private static Look Of<T>(
        T? item, ActWish wish, string uid, long generation, Func<T, string?> rolling, Func<T, int> ready, ClusterState state, DateTimeOffset since)
        where T : class, IKubernetesObject
    {
        if (item is null || item.Metadata.Uid != uid)
            throw new ActFault($"{wish.Subject} was deleted meanwhile.");
        if (item.Metadata.Generation < generation)
            return Look.Waits("The change is on its way.");
        return rolling(item) is { } waits ? Look.Waits($"{waits}{NewPods.Trouble(state, wish, since)}") : Look.Done($"{Spoken.Count(ready(item), "pod")} ready.");
    }

    private static string? Rolling(Deployment deployment)
    {
        if (deployment.Metadata.Generation <= deployment.Status.ObservedGeneration && deployment.Status.Conditions.Find("Progressing") is { Reason: "ProgressDeadlineExceeded" } failed)
            throw new ActFault($"The rollout failed: {Spoken.Sentence(failed.Message)} {deployment.Status.AvailableReplicas} of {Spoken.Count(WorkloadDisplay.Desired(deployment), "replica")} available.");
        return RolloutStatus.Of(deployment);
    }
}
