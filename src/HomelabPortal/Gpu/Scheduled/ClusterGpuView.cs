using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Scheduled;

/// <summary>
/// Pure: the GPUs that Kubernetes schedules. A pod holds what it asks for from when it has a node until it ends; one without a node waits.
/// <code>
/// a resource that stands for GPUs, above zero             the node is listed with it
/// a label of feature discovery, and no such resource      the node is listed without: nothing offers its GPU to pods
/// neither                                                 left out
/// </code>
/// </summary>
internal sealed record ClusterGpuView(ImmutableArray<ClusterGpuNode> Nodes, ImmutableArray<ClusterGpuUser> Waiting)
{
    public static ClusterGpuView Of(ClusterState state)
    {
        var rows = state.PodRows.ToDictionary(row => row.Key);
        var pods = state.Pods.All.Where(pod => pod.Status.Phase is not ("Succeeded" or "Failed") && AsksForGpu(pod)).ToLookup(pod => pod.Spec.NodeName);
        var health = state.NodeRows.ToDictionary(row => row.Name);
        return new ClusterGpuView(
            [
                .. state.Nodes.All.Where(node => ClusterGpuNames.ResourcesOf(node).Any() || ClusterGpuNames.IsLabelled(node.Metadata))
                    .OrderBy(node => node.Metadata.Name, StringComparer.Ordinal)
                    .Select(node => NodeOf(node, health.GetValueOrDefault(node.Metadata.Name), [.. pods[node.Metadata.Name].SelectMany(pod => UsersOf(pod, rows))])),
            ],
            [.. pods[""].SelectMany(pod => UsersOf(pod, rows))]);
    }

    private static ClusterGpuNode NodeOf(Node node, NodeRow? row, ImmutableArray<ClusterGpuUser> users) => new(
        node.Metadata.Name, ObjectHref.Of("Node", "", node.Metadata.Name)!, row?.State ?? HealthState.Unknown, row?.Word ?? "Unknown", row?.Sentence ?? "",
        ClusterGpuNames.ModelOf(node.Metadata), ClusterGpuNames.MemoryOf(node.Metadata), ClusterGpuNames.DriverOf(node.Metadata),
        [
            .. ClusterGpuNames.ResourcesOf(node).Select(name => new ClusterGpu(
                name, Amount(node.Status.Allocatable, name), Amount(node.Status.Capacity, name), users.Where(user => user.Resource == name).Sum(user => user.Amount))),
        ],
        [.. node.Spec.Taints.Select(taint => taint.Value.Length == 0 ? $"{taint.Key}:{taint.Effect}" : $"{taint.Key}={taint.Value}:{taint.Effect}")],
        users);

    private static IEnumerable<ClusterGpuUser> UsersOf(Pod pod, Dictionary<string, PodRow> rows)
    {
        var row = rows.GetValueOrDefault($"{pod.Metadata.Namespace}/{pod.Metadata.Name}");
        return PodResources.Of(pod).Where(asked => ClusterGpuNames.IsGpu(asked.Key) && asked.Value > 0).OrderBy(asked => asked.Key, StringComparer.Ordinal).Select(asked => new ClusterGpuUser(
            pod.Metadata.Namespace, pod.Metadata.Name, ObjectHref.Of("Pod", pod.Metadata.Namespace, pod.Metadata.Name)!,
            row?.State ?? HealthState.Unknown, row?.Status ?? pod.Status.Phase, asked.Key, asked.Value));
    }

    private static bool AsksForGpu(Pod pod) =>
        pod.Spec.Containers.Concat(pod.Spec.InitContainers).Any(container => container.Resources.Requests.Keys.Any(ClusterGpuNames.IsGpu));

    private static decimal Amount(IReadOnlyDictionary<string, Quantity> amounts, string name) => amounts.TryGetValue(name, out var amount) ? amount.Value : 0;
}
