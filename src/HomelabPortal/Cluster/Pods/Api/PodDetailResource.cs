using HomelabPortal.Cluster.Api;
using HomelabPortal.Cluster.Pods.Containers;
using HomelabPortal.Cluster.Pods.Volumes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Pods.Api;

/// <summary>A pod with what it is made of.</summary>
/// <param name="Owners">What made it, nearest first, such as "ReplicaSet web-7d9f".</param>
internal sealed record PodDetailResource(
    SeenResource Seen, PodResource Pod, IReadOnlyList<string> Owners, string ServiceClass, string ServiceAccount, string RestartPolicy,
    IReadOnlyList<PodContainerResource> Containers, IReadOnlyList<PodVolumeResource> Volumes, IReadOnlyList<PodRightResource> Rights)
{
    public static PodDetailResource Of(Pod pod, PodRow row, LiveValue<ClusterState> live) => new(
        SeenResource.Of(live, live.Value.Pods.Status), PodResource.Of(row), [.. OwnerChain.Of(pod.Metadata, live.Value).Select(owner => $"{owner.Kind} {owner.Name}")],
        pod.Status.QosClass, pod.Spec.ServiceAccountName, pod.Spec.RestartPolicy,
        [.. ContainerRows.Of(pod, live.Value.Metrics).Select(PodContainerResource.Of)],
        [.. VolumeRow.Of(pod.Metadata.Namespace, pod.Spec.Volumes, [.. pod.Spec.InitContainers, .. pod.Spec.Containers]).Select(PodVolumeResource.Of)],
        [.. SecurityNotes.Of(pod.Spec).Select(note => new PodRightResource(note.State, note.Word, note.Sentence))]);
}
