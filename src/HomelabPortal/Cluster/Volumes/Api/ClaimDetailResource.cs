using HomelabPortal.Cluster.Api;
using HomelabPortal.Cluster.Volumes.Claims;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>A claim with the whole way down to the disks.</summary>
/// <param name="Pods">Those that mount it.</param>
/// <param name="PersistentVolume">Null until it is bound.</param>
/// <param name="LonghornVolume">Empty unless Longhorn keeps its data.</param>
/// <param name="AttachedTo">The node that uses the Longhorn volume; empty while none does.</param>
/// <param name="Last">Where its data hangs on one node.</param>
/// <param name="Backup">Null unless Longhorn keeps its data.</param>
internal sealed record ClaimDetailResource(
    SeenResource Seen, ClaimResource Claim, IReadOnlyList<string> Pods, PersistentVolumeResource? PersistentVolume, string LonghornVolume, string AttachedTo,
    IReadOnlyList<ReplicaResource> Replicas, LastReplicaResource? Last, ProtectionResource? Backup, IReadOnlyList<string> RecurringJobs, IReadOnlyList<ConditionResource> Conditions)
{
    public static ClaimDetailResource Of(ClaimView view, LiveValue<ClusterState> live) => new(
        SeenResource.Of(live, live.Value.Claims.Status), ClaimResource.Of(view.Row), [.. view.Pods.Select(pod => pod.Metadata.Name)],
        view.Persistent is { } persistent ? PersistentVolumeResource.Of(persistent, live.Value) : null,
        view.Volume?.Name ?? "", view.Volume?.Volume.Status.CurrentNodeId ?? "", [.. (view.Volume?.Replicas ?? []).Select(ReplicaResource.Of)],
        view.Last is { } last ? LastReplicaResource.Of(last) : null, view.Protection is { } protection ? ProtectionResource.Of(protection) : null,
        [.. view.Jobs.Select(job => job.Metadata.Name)], [.. view.Conditions.Select(ConditionResource.Of)]);
}
