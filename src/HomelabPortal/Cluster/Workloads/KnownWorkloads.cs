using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>Finds a workload of any kind.</summary>
internal static class KnownWorkloads
{
    /// <param name="plural">As in its address: "deployments".</param>
    /// <returns>Null when there is none, or not any more.</returns>
    public static Workload? Find(ClusterState state, string plural, string ns, string name, DateTimeOffset now) => WorkloadKinds.Of(plural) is not { } kind ? null : kind.Name switch
    {
        "Deployment" => state.Deployments.Find(ns, name) is { } item ? new(kind, item.Metadata, WorkloadHealth.Judge(item), item.Spec.Template, item.Spec.Selector, item.Status.Conditions) : null,
        "StatefulSet" => state.StatefulSets.Find(ns, name) is { } item ? new(kind, item.Metadata, WorkloadHealth.Judge(item), item.Spec.Template, item.Spec.Selector, item.Status.Conditions) : null,
        "DaemonSet" => state.DaemonSets.Find(ns, name) is { } item ? new(kind, item.Metadata, WorkloadHealth.Judge(item), item.Spec.Template, item.Spec.Selector, item.Status.Conditions) : null,
        "Job" => state.Jobs.Find(ns, name) is { } item ? new(kind, item.Metadata, JobHealth.Judge(item, now), item.Spec.Template, item.Spec.Selector, item.Status.Conditions) : null,
        "CronJob" => state.CronJobs.Find(ns, name) is { } item ? new(kind, item.Metadata, CronJobHealth.Judge(item, CronJobRuns.Of(item, state), now), item.Spec.JobTemplate.Spec.Template, LabelSelector.Empty, []) : null,
        _ => null,
    };
}
