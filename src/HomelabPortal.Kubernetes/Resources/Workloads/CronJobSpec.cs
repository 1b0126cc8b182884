namespace HomelabPortal.Kubernetes;

public sealed record CronJobSpec
{
    public static CronJobSpec Empty { get; } = new();

    public string Schedule { get; init => field = value ?? ""; } = "";

    /// <summary>A name of the time zone database; empty means that of the cluster's controller.</summary>
    public string TimeZone { get; init => field = value ?? ""; } = "";

    public bool Suspend { get; init; }

    /// <summary>"Allow", "Forbid" or "Replace".</summary>
    public string ConcurrencyPolicy { get; init => field = value ?? ""; } = "";

    /// <summary>How late a run may still start; null for any time.</summary>
    public long? StartingDeadlineSeconds { get; init; }

    public JobTemplate JobTemplate { get; init => field = value ?? JobTemplate.Empty; } = JobTemplate.Empty;
}
