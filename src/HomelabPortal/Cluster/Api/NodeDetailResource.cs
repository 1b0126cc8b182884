using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Volumes;
using HomelabPortal.Cluster.Volumes.Api;
using HomelabPortal.Cluster.Volumes.Disks;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Api;

/// <summary>A node with what it is, offers and holds.</summary>
/// <param name="Status">kubectl's word for it.</param>
/// <param name="Taints">As "key=value:effect".</param>
/// <param name="LastHeard">When its kubelet renewed its lease; null where the leases cannot be read.</param>
/// <param name="LastReplicas">Volumes that are lost or out of reach when it goes; null while that is not known.</param>
internal sealed record NodeDetailResource(
    SeenResource Seen, NodeResource Node, string Status, bool Schedulable, string OsImage, string Kernel, string Architecture, string Runtime, string PodCidr,
    IReadOnlyList<NodeAddressResource> Addresses, IReadOnlyList<string> Taints, IReadOnlyDictionary<string, string> Labels, DateTimeOffset? LastHeard,
    IReadOnlyList<ConditionResource> Conditions, IReadOnlyList<NodeAmountResource> Resources, IReadOnlyList<DiskResource> Disks, IReadOnlyList<LastReplicaResource>? LastReplicas)
{
    public static NodeDetailResource Of(Node node, NodeRow row, LiveValue<ClusterState> live, DateTimeOffset now)
    {
        var state = live.Value;
        var here = state.Pods.All.Where(pod => pod.Spec.NodeName == row.Name);
        return new NodeDetailResource(
            SeenResource.Of(live, state.Nodes.Status), NodeResource.Of(row), NodeDisplay.Status(node), !node.Spec.Unschedulable,
            node.Status.NodeInfo.OsImage, node.Status.NodeInfo.KernelVersion, node.Status.NodeInfo.Architecture, node.Status.NodeInfo.ContainerRuntimeVersion, node.Spec.PodCidr,
            [.. node.Status.Addresses.Select(address => new NodeAddressResource(address.Type, address.Address))], [.. node.Spec.Taints.Select(NodeDisplay.Taint)], node.Metadata.Labels,
            NodeHeartbeats.Of(state, now).TryGetValue(row.Name, out var heartbeat) ? heartbeat.At : null,
            [.. node.Status.Conditions.Select(ConditionResource.Of)], [.. NodeResources.Of(node, here, row.History.Latest).Select(NodeAmountResource.Of)],
            [.. DiskRows.Of(state).Where(disk => disk.Node == row.Name).Select(DiskResource.Of)],
            Volumes.LastReplicas.IsKnown(state) ? [.. Volumes.LastReplicas.On(row.Name, state).Select(LastReplicaResource.Of)] : null);
    }
}
