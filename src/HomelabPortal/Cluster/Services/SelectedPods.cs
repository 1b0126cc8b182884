using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Services;

/// <summary>The pods that a service's selector names, and the workloads that would make some.</summary>
internal static class SelectedPods
{
    public static IReadOnlyList<PodRow> Of(Service service, ClusterState state) => service.Spec.Selector.Count == 0
        ? []
        : [.. PodRange.Of(state.PodRows, service.Metadata.Namespace).Where(row => state.Pods.Find(row.Key) is { } pod && Carries(pod.Metadata.Labels, service.Spec.Selector))];

    /// <summary>The workloads whose pods would be selected, as people call them, with how many pods they want.</summary>
    public static IReadOnlyList<(string Name, int Wanted)> MadeBy(Service service, ClusterState state)
    {
        bool Makes(ObjectMeta workload, PodTemplate template) =>
            service.Spec.Selector.Count > 0 && workload.Namespace == service.Metadata.Namespace && Carries(template.Metadata.Labels, service.Spec.Selector);
        return
        [
            .. state.Deployments.All.Where(item => Makes(item.Metadata, item.Spec.Template)).Select(item => ($"Deployment {item.Metadata.Name}", item.Spec.Replicas ?? 1)),
            .. state.StatefulSets.All.Where(item => Makes(item.Metadata, item.Spec.Template)).Select(item => ($"StatefulSet {item.Metadata.Name}", item.Spec.Replicas ?? 1)),
            .. state.DaemonSets.All.Where(item => Makes(item.Metadata, item.Spec.Template)).Select(item => ($"DaemonSet {item.Metadata.Name}", item.Status.DesiredNumberScheduled)),
        ];
    }

    private static bool Carries(CompactMap<string> labels, CompactMap<string> selector) =>
        selector.All(wanted => labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value);
}
