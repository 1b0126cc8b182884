using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>How a scaling stands. Once its number was seen, another number means that somebody set it anew.</summary>
internal sealed class ScaleLook(ActWish.Scale wish, string uid, DateTimeOffset since)
{
    private bool _wasSeen;

    /// <exception cref="ActFault">It is gone, or somebody set another number.</exception>
    public Look Of(ClusterState state)
    {
        var (meta, ready, pods) = Status(state);
        if (meta is null || meta.Uid != uid)
            throw new ActFault($"{wish.Subject} was deleted meanwhile.");
        var wanted = ScalePlans.ReplicasOf(state, wish);
        if (wanted != wish.Replicas)
            return _wasSeen ? throw new ActFault($"Somebody set it to {wanted} meanwhile.") : Look.Waits("The change is on its way.");
        _wasSeen = true;
        if (ready == wish.Replicas && pods == wish.Replicas)
            return Look.Done(wish.Replicas == 0 ? $"{wish.Name} is scaled to 0: its pods are gone." : $"{wish.Name} is scaled to {wish.Replicas}: {Spoken.Count(ready, "pod")} ready.");
        return Look.Waits(pods > wish.Replicas ? $"{Spoken.Count(pods - wish.Replicas, "pod")} still to stop." : $"{ready} of {Spoken.Count(wish.Replicas, "pod")} ready.{NewPods.Trouble(state, wish, since)}");
    }

    private (ObjectMeta? Meta, int Ready, int Pods) Status(ClusterState state) => wish.Kind == "StatefulSet"
        ? state.StatefulSets.Find(wish.Key) is { } set ? (set.Metadata, set.Status.ReadyReplicas, set.Status.Replicas) : default
        : state.Deployments.Find(wish.Key) is { } deployment ? (deployment.Metadata, deployment.Status.ReadyReplicas, deployment.Status.Replicas) : default;
}
