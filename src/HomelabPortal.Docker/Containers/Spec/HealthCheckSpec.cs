namespace HomelabPortal.Docker;

/// <summary>How a container's health is checked. Durations are in nanoseconds, at least a million.</summary>
public sealed record HealthCheckSpec
{
    /// <summary><c>NONE</c>, <c>CMD</c> and words, or <c>CMD-SHELL</c> and a line.</summary>
    public IReadOnlyList<string>? Test { get; init; }

    /// <summary>Between two checks.</summary>
    public long? Interval { get; init; }

    /// <summary>Limit of one check.</summary>
    public long? Timeout { get; init; }

    /// <summary>Failures in a row that make it unhealthy.</summary>
    public int? Retries { get; init; }

    /// <summary>Time to start in which failures do not count.</summary>
    public long? StartPeriod { get; init; }

    /// <summary>Between two checks while it starts; API 1.44 and newer.</summary>
    public long? StartInterval { get; init; }
}
