using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>State of a container.</summary>
public sealed record ContainerState
{
    /// <summary><c>created</c>, <c>running</c>, <c>paused</c>, <c>restarting</c>, <c>removing</c>, <c>exited</c> or <c>dead</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Whether its program runs; true while paused.</summary>
    public bool Running { get; init; }

    /// <summary>Whether it is frozen.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether it waits to be started again by its policy.</summary>
    public bool Restarting { get; init; }

    /// <summary>Whether the host's memory limit killed it.</summary>
    [JsonPropertyName("OOMKilled")]
    public bool WasOutOfMemory { get; init; }

    /// <summary>Process on the host; 0 while it does not run.</summary>
    public int Pid { get; init; }

    /// <summary>Exit code of the last run.</summary>
    public int ExitCode { get; init; }

    /// <summary>Why the last start failed, in the daemon's words.</summary>
    public string? Error { get; init; }

    /// <summary>Last start; year 1 when there was none.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Last end; year 1 when there was none.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Health check; null without one. Means nothing while the container does not run: it keeps its last value.</summary>
    public ContainerHealth? Health { get; init; }
}
