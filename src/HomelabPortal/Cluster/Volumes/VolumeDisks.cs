using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>Where replicas lie, and whether that place answers.</summary>
internal static class VolumeDisks
{
    /// <summary>Name and path of the disk; empty when Longhorn does not tell.</summary>
    public static (string Name, string Path) Find(LonghornReplica replica, ClusterState state)
    {
        if (replica.Spec.DiskId.Length > 0 && NodeNamed(replica.Spec.NodeId, state) is { } node)
        {
            foreach (var (name, disk) in node.Status.DiskStatus)
            {
                if (disk.DiskUuid == replica.Spec.DiskId)
                    return (name, disk.DiskPath);
            }
        }

        return ("", "");
    }

    /// <summary>Both the kubelet and Longhorn must be heard; what neither of them tells counts as answering.</summary>
    public static bool Answers(string node, ClusterState state) =>
        state.Nodes.Find(node)?.Status.Conditions.Find("Ready") is null or { Status: "True" }
        && NodeNamed(node, state)?.Status.Conditions.Find("Ready") is null or { Status: "True" };

    public static LonghornNode? NodeNamed(string name, ClusterState state) => state.VolumeNodes.All.FirstOrDefault(node => node.Metadata.Name == name);
}
