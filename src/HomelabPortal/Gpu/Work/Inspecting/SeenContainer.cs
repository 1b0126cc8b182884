using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Gpu.Work.Inspecting;

/// <summary>One container as it was just described by its engine, without any secret.</summary>
public sealed record SeenContainer
{
    public required string Host { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required ContainerCare Care { get; init; }

    public string Image { get; init; } = "";

    /// <summary>"sha256:…".</summary>
    public string ImageId { get; init; } = "";

    /// <summary>Docker's word: created, running, paused, restarting, removing, exited or dead.</summary>
    public string State { get; init; } = "unknown";

    /// <summary>starting, healthy or unhealthy; null without a check, and while it does not run.</summary>
    public string? Health { get; init; }

    /// <summary>What the last check said.</summary>
    public string? HealthSaid { get; init; }

    public int FailedChecks { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why it does not run; null while it does.</summary>
    public string? Exit { get; init; }

    public int ExitCode { get; init; }

    public bool WasOutOfMemory { get; init; }

    public int Restarts { get; init; }

    /// <summary>"unless-stopped".</summary>
    public string RestartPolicy { get; init; } = "no";

    public ImmutableArray<string> Ports { get; init; } = [];

    public ImmutableArray<string> Mounts { get; init; } = [];

    public ImmutableArray<string> Networks { get; init; } = [];

    /// <summary>How it reaches into its host, such as "privileged"; empty for what is contained.</summary>
    public ImmutableArray<string> Reaches { get; init; } = [];

    public bool IsRunning => State is "running";

    /// <summary>Everything its engine says, secrets hidden.</summary>
    public required JsonObject Document { get; init; }
}
