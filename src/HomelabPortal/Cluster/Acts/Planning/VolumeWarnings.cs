using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>Volumes that only one node can have at a time, where that gets in the way.</summary>
internal static class VolumeWarnings
{
    public static string? ForRollout(ClusterState state, Deployment deployment) => Find(state, deployment) is { } claim
        ? $"Its volume {claim} can be on one node at a time: on another node the new pod waits until the old one has stopped."
        : null;

    public static string? ForMorePods(ClusterState state, Deployment deployment) => Find(state, deployment) is { } claim
        ? $"Its volume {claim} can be on one node at a time: pods on other nodes will wait for it."
        : null;

    private static string? Find(ClusterState state, Deployment deployment)
    {
        var ns = deployment.Metadata.Namespace;
        return state.Pods.All
            .Where(pod => pod.Metadata.Namespace == ns && deployment.Spec.Selector is var selector && !selector.IsEmpty() && selector.Matches(pod.Metadata.Labels))
            .SelectMany(pod => pod.Spec.Volumes)
            .Select(volume => volume.PersistentVolumeClaim?.ClaimName)
            .FirstOrDefault(claim => claim is not null && state.Claims.Find(ns, claim) is { } found && found.Spec.AccessModes is ["ReadWriteOnce"]);
    }
}
