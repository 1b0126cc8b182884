namespace HomelabPortal.Docker;

/// <summary>What a container runs.</summary>
public record ContainerConfig
{
    /// <summary>Image by name or digest.</summary>
    public string? Image { get; init; }

    /// <summary>Command, or arguments when there is an entry point.</summary>
    public IReadOnlyList<string>? Cmd { get; init; }

    /// <summary>Entry point.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>Environment as <c>NAME=value</c>; plain text to whoever can reach the daemon.</summary>
    public IReadOnlyList<string>? Env { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Ports the program listens on, as <c>port/protocol</c>. Only these can be published by <see cref="HostConfig.PortBindings"/>; others are silently not.</summary>
    public IReadOnlyDictionary<string, ExposedPort?>? ExposedPorts { get; init; }

    /// <summary>Whether output goes through a terminal, which merges both streams.</summary>
    public bool? Tty { get; init; }

    /// <summary>Whether standard input stays open.</summary>
    public bool? OpenStdin { get; init; }

    /// <summary>Host name inside the container; the beginning of its ID when null.</summary>
    public string? Hostname { get; init; }

    /// <summary>How its health is checked; the image's way when null.</summary>
    public HealthCheckSpec? Healthcheck { get; init; }

    /// <summary>User and group.</summary>
    public string? User { get; init; }

    /// <summary>Working folder.</summary>
    public string? WorkingDir { get; init; }

    /// <summary>Signal that asks the program to end.</summary>
    public string? StopSignal { get; init; }

    /// <summary>Seconds the program is given to end.</summary>
    public int? StopTimeout { get; init; }
}
