using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Nodes;

/// <summary>Makes the node rows from everything that is known of nodes.</summary>
internal static class NodeRows
{
    /// <summary>Rows that did not change keep their instance, so that nothing is drawn anew for them.</summary>
    public static IReadOnlyList<NodeRow> Of(ClusterState state, ImmutableDictionary<string, ImmutableArray<Usage?>> trails, IReadOnlyList<NodeRow> before, DateTimeOffset now)
    {
        var loads = new Dictionary<string, NodeLoad>();
        foreach (var pod in state.PodRows)
        {
            if (pod.Node.Length > 0)
                CollectionsMarshal.GetValueRefOrAddDefault(loads, pod.Node, out _).Add(pod);
        }

        var disks = state.VolumeNodes.All.ToDictionary(node => node.Metadata.Name, NodeDisks.FullestShare);
        var heartbeats = NodeHeartbeats.Of(state, now);
        var known = before.ToDictionary(row => row.Uid);
        return [.. state.Nodes.All
            .Select(node => Row(
                node, HistoryOf(node.Metadata.Name, state.Metrics, trails), loads.GetValueOrDefault(node.Metadata.Name), disks.GetValueOrDefault(node.Metadata.Name),
                heartbeats.TryGetValue(node.Metadata.Name, out var heartbeat) ? heartbeat : null))
            .Select(row => known.TryGetValue(row.Uid, out var same) && same == row ? same : row)
            .OrderByDescending(row => row.IsControlPlane).ThenBy(row => row.Name, NaturalOrder.Instance)];
    }

    private static UsageHistory HistoryOf(string node, ClusterMetrics metrics, ImmutableDictionary<string, ImmutableArray<Usage?>> trails) =>
        new(trails.GetValueOrDefault(node, []), metrics.Nodes.TryGetValue(node, out var used) ? used : null);

    private static NodeRow Row(Node node, UsageHistory history, NodeLoad load, double? disk, NodeHeartbeat? heartbeat)
    {
        var verdict = NodeHealth.Judge(node, disk, load.Leaving, heartbeat);
        var allocatable = node.Status.Allocatable.Count > 0 ? node.Status.Allocatable : node.Status.Capacity;
        return new NodeRow(
            node.Metadata.Name, node.Metadata.Uid, verdict.State, verdict.Word, verdict.Sentence, Roles(node),
            NodeDisplay.InternalIp(node), node.Status.NodeInfo.KubeletVersion, PodRequests.Amount(allocatable), load.Requested,
            history, disk, load.Pods,
            allocatable.TryGetValue("pods", out var pods) ? (int)pods.Whole : 0, node.Metadata.CreationTimestamp)
        {
            System = NodeDisplay.OsImage(node), Kernel = node.Status.NodeInfo.KernelVersion, Architecture = node.Status.NodeInfo.Architecture, Extended = NodeResources.Extended(node),
        };
    }

    private static string Roles(Node node) => NodeDisplay.Roles(node) switch
    {
        "<none>" => "",
        // Both words name the same role; the older one only repeats it.
        var roles => string.Join(", ", roles.Split(',').Where(role => role != "master" || !roles.Contains("control-plane", StringComparison.Ordinal)).Select(role => role.Replace('-', ' '))),
    };

    private record struct NodeLoad(int Pods, int Leaving, Usage Requested)
    {
        public void Add(PodRow pod)
        {
            Pods += pod.Status is "Completed" or "Succeeded" ? 0 : 1;
            Leaving += pod.Status == "Terminating" ? 1 : 0;
            Requested += pod.Requests;
        }
    }
}
