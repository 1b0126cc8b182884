using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Workloads.Api;

/// <summary>A workload of the cluster.</summary>
/// <param name="Kind">As in addresses: "deployments", "cronjobs".</param>
/// <param name="Word">The state in one or two words, such as "Available".</param>
/// <param name="Ready">Such as "1/1"; of a job its completions; empty for a cron job.</param>
/// <param name="UpToDate">How many pods have the newest template; null where that has no meaning.</param>
/// <param name="Available">How many pods serve; null where that has no meaning.</param>
/// <param name="MadeByCronJob">A job that is a run of a cron job.</param>
internal sealed record WorkloadResource(
    string Kind, string Namespace, string Name, HealthState State, string Word, string Sentence, string Ready, int? UpToDate, int? Available,
    IReadOnlyList<string> Images, bool MadeByCronJob, DateTimeOffset? Created)
{
    public static WorkloadResource Of(WorkloadRow row) => new(
        row.Kind.Plural, row.Namespace, row.Name, row.State, row.Word, row.Sentence, row.Ready, row.UpToDate, row.Available,
        row.Images.Length == 0 ? [] : row.Images.Split(','), row.IsRun, row.Created);
}
