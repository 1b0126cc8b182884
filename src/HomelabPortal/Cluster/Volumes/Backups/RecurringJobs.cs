using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes.Backups;

/// <summary>
/// Which recurring jobs treat a volume: those its labels name, those of the groups its labels name,
/// and those of the group "default" when its labels name none, as Longhorn does.
/// </summary>
internal static class RecurringJobs
{
    private const string JobLabel = "recurring-job.longhorn.io/";
    private const string GroupLabel = "recurring-job-group.longhorn.io/";
    private const string DefaultGroup = "default";

    public static IReadOnlyList<LonghornRecurringJob> Of(LonghornVolume volume, ClusterState state)
    {
        var jobs = Enabled(volume, JobLabel);
        var groups = Enabled(volume, GroupLabel);
        if (jobs.Count + groups.Count == 0)
            groups = [DefaultGroup];
        return [.. state.RecurringJobs.All
            .Where(job => jobs.Contains(job.Metadata.Name) || job.Spec.Groups.Any(groups.Contains))
            .OrderBy(job => job.Metadata.Name, StringComparer.Ordinal)];
    }

    /// <summary>True for jobs that leave a copy outside the cluster.</summary>
    public static bool IsBackup(LonghornRecurringJob job) => job.Spec.Task.StartsWith("backup", StringComparison.Ordinal);

    private static List<string> Enabled(LonghornVolume volume, string prefix) =>
        [.. volume.Metadata.Labels.Where(label => label.Value == "enabled" && label.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(label => label.Key[prefix.Length..])];
}
