namespace HomelabPortal.Kubernetes;

/// <summary>What of a container's log to read.</summary>
public sealed record PodLogOptions
{
    /// <summary>May be left out for a pod with one container.</summary>
    public string? Container { get; init; }

    /// <summary>The run before the present one. It cannot be followed.</summary>
    public bool Previous { get; init; }

    /// <summary>Go on with what is written from now on, until the container ends or the connection breaks.</summary>
    public bool Follow { get; init; }

    /// <summary>Only the last so many lines.</summary>
    public long? TailLines { get; init; }

    /// <summary>Only lines from then on. The API server takes whole seconds, so it is rounded down.</summary>
    public DateTimeOffset? SinceTime { get; init; }

    /// <summary>The server stops after so many bytes, wherever that is.</summary>
    public long? LimitBytes { get; init; }
}
