using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>Which containers belong to what somebody wants to read, at this moment.</summary>
internal static class LogSources
{
    /// <summary>More cannot be told apart, and each is a connection to the API server.</summary>
    public const int Most = 40;

    public static IReadOnlyList<LogSource> Of(ClusterState state, LogRequest request) =>
        [.. Pods(state, request).SelectMany(pod => LogSource.Of(pod, request.Container))];

    /// <summary>False when there is no such pod or workload.</summary>
    public static bool Exists(ClusterState state, LogRequest request) => request.Kind == "Pod"
        ? state.Pods.Find(request.Namespace, request.Name) is not null
        : Workload(state, request) is not null;

    private static IEnumerable<Pod> Pods(ClusterState state, LogRequest request)
    {
        if (request.Kind == "Pod")
            return state.Pods.Find(request.Namespace, request.Name) is { } pod ? [pod] : [];
        return Workload(state, request) is not { } workload ? []
            : from row in WorkloadPods.Of(state, request.Kind, workload)
              let owned = state.Pods.Find(row.Namespace, row.Name)
              where owned is not null
              orderby owned.Metadata.CreationTimestamp, owned.Metadata.Name
              select owned;
    }

    private static ObjectMeta? Workload(ClusterState state, LogRequest request) => request.Kind switch
    {
        "Deployment" => state.Deployments.Find(request.Namespace, request.Name)?.Metadata,
        "StatefulSet" => state.StatefulSets.Find(request.Namespace, request.Name)?.Metadata,
        "DaemonSet" => state.DaemonSets.Find(request.Namespace, request.Name)?.Metadata,
        "Job" => state.Jobs.Find(request.Namespace, request.Name)?.Metadata,
        "CronJob" => state.CronJobs.Find(request.Namespace, request.Name)?.Metadata,
        _ => null,
    };
}
