namespace HomelabPortal.Docker;

/// <summary>Which events to read.</summary>
public sealed record EventOptions
{
    /// <summary>What happens to containers, without the noise that every health check makes.</summary>
    public static EventOptions ContainerLife { get; } = new()
    {
        Types = ["container"],
        Actions =
        [
            "create", "start", "restart", "die", "stop", "kill", "oom", "destroy", "rename", "update", "pause", "unpause", "health_status",
        ],
    };

    /// <summary>Types of objects; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Actions, without what follows a colon; empty for all.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Replay from this instant on, itself included, in Unix nanoseconds. The daemon remembers only a few hundred events: list again as well.</summary>
    public long? SinceNanoseconds { get; init; }

    /// <summary>End the stream at this instant, in Unix nanoseconds.</summary>
    public long? UntilNanoseconds { get; init; }
}
