namespace HomelabPortal.Docker;

/// <summary>A limit of a process, such as <c>nofile</c>. Limits above the daemon's own make the start fail.</summary>
public sealed record Ulimit
{
    /// <summary>Name without the prefix <c>RLIMIT_</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Soft limit; -1 for none.</summary>
    public long? Soft { get; init; }

    /// <summary>Hard limit; -1 for none.</summary>
    public long? Hard { get; init; }
}
