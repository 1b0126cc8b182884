namespace HomelabPortal.Kubernetes;

public sealed record JobSpec
{
    public static JobSpec Empty { get; } = new();

    public int? Completions { get; init; }

    public int? Parallelism { get; init; }

    public bool Suspend { get; init; }

    /// <summary>How many pods may fail before the job does.</summary>
    public int? BackoffLimit { get; init; }

    public long? ActiveDeadlineSeconds { get; init; }

    /// <summary>When a finished job is deleted; null keeps it.</summary>
    public int? TtlSecondsAfterFinished { get; init; }

    public LabelSelector Selector { get; init => field = value ?? LabelSelector.Empty; } = LabelSelector.Empty;

    public PodTemplate Template { get; init => field = value ?? PodTemplate.Empty; } = PodTemplate.Empty;
}
