using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Deletes and evicts pods, and sees their replacement up.</summary>
internal sealed class PodEffects(OutcomeWatch outcome, Live<ClusterState> live)
{
    /// <summary>Beyond the grace period of the pod itself.</summary>
    private static readonly TimeSpan _goneLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _replacedLimit = TimeSpan.FromMinutes(5);

    public Task DeleteAsync(KubernetesClient client, ActWish.DeletePod wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken) =>
        RemoveAsync(
            wish, seen, "Delete the pod",
            () => client.DeleteAsync(ResourceTypes.Pods, wish.Namespace, wish.Name, new DeletePreconditions { Uid = seen.Uid }, cancellationToken),
            progress, cancellationToken);

    public Task EvictAsync(KubernetesClient client, ActWish.EvictPod wish, ActSeen seen, ActJobProgress progress, CancellationToken cancellationToken) =>
        RemoveAsync(
            wish, seen, "Ask for the pod to leave",
            () => client.EvictAsync(wish.Namespace, wish.Name, seen.Uid, cancellationToken: cancellationToken),
            progress, cancellationToken);

    private async Task RemoveAsync(ActWish wish, ActSeen seen, string step, Func<Task<bool>> remove, ActJobProgress progress, CancellationToken cancellationToken)
    {
        var before = live.Current.Value;
        var pod = before.Pods.Find(wish.Key);
        var owner = pod?.Metadata.Controller();
        var isReplaced = owner is { Kind: "ReplicaSet" or "StatefulSet" or "DaemonSet" };
        var known = before.Pods.All.Where(other => other.Metadata.Namespace == wish.Namespace).Select(other => other.Metadata.Uid).ToHashSet();
        progress.Plan([step, "Wait until it is gone", .. isReplaced ? ["Wait for its replacement"] : Array.Empty<string>()]);
        progress.Begin(step);
        await remove();
        progress.Begin("Wait until it is gone");
        var limit = _goneLimit + TimeSpan.FromSeconds(pod?.Spec.TerminationGracePeriodSeconds ?? 30);
        await outcome.UntilAsync(state => state.Pods.Find(wish.Key)?.Metadata.Uid == seen.Uid ? Look.Waits("Its containers are ending.") : Look.Done("Gone."), limit, progress, cancellationToken);
        if (!isReplaced || owner is null)
        {
            progress.Conclude($"{wish.Name} is gone.");
            return;
        }

        progress.Begin("Wait for its replacement");
        progress.Conclude($"{wish.Name} is gone. {await outcome.UntilAsync(state => Replacement(state, wish.Namespace, owner, known), _replacedLimit, progress, cancellationToken)}");
    }

    private static Look Replacement(ClusterState state, string ns, OwnerReference owner, HashSet<string> known)
    {
        var pods = state.Pods.All.Where(pod => pod.Metadata.Namespace == ns && pod.Metadata.DeletionTimestamp is null && pod.Metadata.Controller()?.Uid == owner.Uid).ToList();
        var fresh = pods.Where(pod => !known.Contains(pod.Metadata.Uid)).ToList();
        if (fresh.Find(pod => pod.Status.Conditions.IsTrue("Ready")) is { } ready)
            return Look.Done($"{ready.Metadata.Name} is ready on {ready.Spec.NodeName}.");
        if (fresh.Count == 0 && pods.Count >= Wanted(state, ns, owner))
            return Look.Done($"{owner.Kind} {owner.Name} wants no more pods than it has.");
        return Look.Waits(fresh is [var newest, ..] ? $"{newest.Metadata.Name} is not ready yet ({Display.PodDisplay.Cells(newest).Status})." : "There is no replacement yet.");
    }

    private static int Wanted(ClusterState state, string ns, OwnerReference owner) => owner.Kind switch
    {
        "StatefulSet" => state.StatefulSets.Find(ns, owner.Name)?.Spec.Replicas ?? 0,
        "DaemonSet" => state.DaemonSets.Find(ns, owner.Name)?.Status.DesiredNumberScheduled ?? 0,
        _ => state.ReplicaSets.Find(ns, owner.Name)?.Spec.Replicas ?? 0,
    };
}
