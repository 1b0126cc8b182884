namespace HomelabPortal.Docker;

/// <summary>One run of a health check.</summary>
public sealed record HealthCheckRun
{
    /// <summary>Begin.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>End.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>0 is healthy.</summary>
    public int ExitCode { get; init; }

    /// <summary>What it printed.</summary>
    public string? Output { get; init; }
}
