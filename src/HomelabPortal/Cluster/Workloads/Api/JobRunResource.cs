using HomelabPortal.Cluster.Workloads.Overview;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Workloads.Api;

/// <summary>One run of a cron job.</summary>
internal sealed record JobRunResource(string Job, HealthState State, string Word, string Sentence, DateTimeOffset? Started, string Duration)
{
    public static JobRunResource Of(RunRow row) => new(row.Job, row.State, row.Word, row.Sentence, row.Started, row.Duration);
}
