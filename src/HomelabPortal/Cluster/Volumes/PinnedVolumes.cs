using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>Finds volumes that a single node can reach, such as those of the local-path provisioner.</summary>
internal static class PinnedVolumes
{
    /// <summary>The one node of the volume; null when several reach it, or when nothing says so.</summary>
    public static string? NodeOf(PersistentVolume volume, ClusterState state)
    {
        if (volume.Spec.NodeAffinity is not { Required: not null } affinity)
            return null;
        return state.Nodes.All.Where(node => affinity.Matches(node.Metadata.Labels)).Take(2).ToList() is [var only] ? only.Metadata.Name : null;
    }
}
