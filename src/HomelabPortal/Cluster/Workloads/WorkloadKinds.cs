using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>The kinds of workloads, in the order people look for them.</summary>
internal static class WorkloadKinds
{
    public static ImmutableArray<WorkloadKind> All { get; } =
    [
        new("Deployment", "deployments", "Deployments", state => state.Deployments.Status),
        new("StatefulSet", "statefulsets", "Stateful sets", state => state.StatefulSets.Status),
        new("DaemonSet", "daemonsets", "Daemon sets", state => state.DaemonSets.Status),
        new("CronJob", "cronjobs", "Cron jobs", state => state.CronJobs.Status),
        new("Job", "jobs", "Jobs", state => state.Jobs.Status),
    ];

    /// <summary>Null for a plural that is no workload.</summary>
    public static WorkloadKind? Of(string? plural) => All.FirstOrDefault(kind => kind.Plural == plural);
}
