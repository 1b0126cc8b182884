using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>The jobs that cron jobs have made and that are still kept.</summary>
internal static class CronJobRuns
{
    /// <summary>Newest first, by the cron job's key.</summary>
    public static ILookup<string, Job> All(ClusterState state) => state.Jobs.All
        .Where(job => job.Metadata.Controller() is { Kind: "CronJob" })
        .OrderByDescending(job => job.Metadata.CreationTimestamp)
        .ToLookup(job => $"{job.Metadata.Namespace}/{job.Metadata.Controller()?.Name}");

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Job> Of(CronJob cron, ClusterState state) => [.. state.Jobs.All
        .Where(job => job.Metadata.Namespace == cron.Metadata.Namespace && job.Metadata.Controller() is { Kind: "CronJob" } owner && owner.Name == cron.Metadata.Name)
        .OrderByDescending(job => job.Metadata.CreationTimestamp)];
}
