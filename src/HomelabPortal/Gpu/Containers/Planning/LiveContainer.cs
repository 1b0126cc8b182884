namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>A container as it stands on a host, with what planning needs of it.</summary>
internal sealed record LiveContainer
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Docker's word: created, running, paused, restarting, removing, exited or dead.</summary>
    public required string State { get; init; }

    /// <summary>Which portal marked it, for which wanted container, made from what.</summary>
    public string? Instance { get; init; }

    public string? App { get; init; }

    public string? SpecHash { get; init; }

    /// <summary>Who else looks after it, in words such as "the compose project media"; null when nobody says so.</summary>
    public string? Keeper { get; init; }

    public int ExitCode { get; init; }

    /// <summary>Why its last start failed, in Docker's words.</summary>
    public string? Error { get; init; }

    /// <summary>starting, healthy or unhealthy; null without a check. Means nothing while it does not run.</summary>
    public string? Health { get; init; }

    /// <summary>By the clock of the host; null where it was not looked at closely.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public int RestartCount { get; init; }

    /// <summary>Null where it was not looked at closely, which is so for what is not ours.</summary>
    public LiveLimits? Limits { get; init; }

    /// <summary>Whether it was given a GPU; false where it was not looked at closely.</summary>
    public bool UsesGpu { get; init; }

    public bool IsRunning => State is "running";

    /// <summary>It keeps its place on the GPU: one that is paused still has its memory, and one that Docker starts again and again comes back by itself.</summary>
    public bool HoldsPlace => State is "running" or "restarting" or "paused";

    public bool IsOver => State is "exited" or "dead";

    public bool IsMarkedFor(string instance, string id) => Instance == instance && App == id;
}
