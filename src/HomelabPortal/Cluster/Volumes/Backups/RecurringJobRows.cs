namespace HomelabPortal.Cluster.Volumes.Backups;

internal static class RecurringJobRows
{
    public static IReadOnlyList<RecurringJobRow> Of(ClusterState state)
    {
        var treated = state.Volumes.All.SelectMany(volume => RecurringJobs.Of(volume, state)).GroupBy(job => job.Metadata.Name).ToDictionary(group => group.Key, group => group.Count());
        return [.. state.RecurringJobs.All
            .Select(job => new RecurringJobRow(
                job.Metadata.Name, Task(job.Spec.Task), job.Spec.Cron, job.Spec.Retain, string.Join(", ", job.Spec.Groups), treated.GetValueOrDefault(job.Metadata.Name)))
            .OrderBy(row => row.Name, StringComparer.Ordinal)];
    }

    /// <summary>"backup-force-create" as words.</summary>
    private static string Task(string task) => task.Length == 0 ? "" : char.ToUpperInvariant(task[0]) + task[1..].Replace('-', ' ');
}
