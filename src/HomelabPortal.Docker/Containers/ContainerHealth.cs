namespace HomelabPortal.Docker;

/// <summary>State of a container's health check.</summary>
public sealed record ContainerHealth
{
    /// <summary><c>starting</c>, <c>healthy</c> or <c>unhealthy</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Failures in a row.</summary>
    public int FailingStreak { get; init; }

    /// <summary>The last checks, at most five.</summary>
    public IReadOnlyList<HealthCheckRun>? Log { get; init; }
}
