using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>The pods of a workload, by the chain of their owners.</summary>
internal static class WorkloadPods
{
    public static IReadOnlyList<PodRow> Of(ClusterState state, string kind, ObjectMeta workload)
    {
        var owners = Owners(state, kind, workload);
        return [.. PodRange.Of(state.PodRows, workload.Namespace).Where(pod => owners.Contains(pod.Owner))];
    }

    /// <summary>What may stand in a pod as its owner.</summary>
    private static HashSet<OwnerLink> Owners(ClusterState state, string kind, ObjectMeta workload) => kind switch
    {
        "Deployment" => [.. Made(state.ReplicaSets, kind, workload).Select(name => new OwnerLink("ReplicaSet", name))],
        "CronJob" => [.. Made(state.Jobs, kind, workload).Select(name => new OwnerLink("Job", name))],
        _ => [new OwnerLink(kind, workload.Name)],
    };

    private static IEnumerable<string> Made<T>(ClusterKind<T> made, string kind, ObjectMeta workload)
        where T : class, IKubernetesObject =>
        from item in made.All
        where item.Metadata.Namespace == workload.Namespace && item.Metadata.Controller() is { } owner && owner.Kind == kind && owner.Name == workload.Name
        select item.Metadata.Name;
}
