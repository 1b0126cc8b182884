namespace HomelabPortal.Kubernetes;

/// <summary>What to watch, and from where.</summary>
public sealed record WatchOptions
{
    /// <summary>Null for all namespaces.</summary>
    public string? Namespace { get; init; }

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Where to begin: the version of a list, or of the last event or bookmark.</summary>
    public required string ResourceVersion { get; init; }

    /// <summary>After this time the server ends the watch cleanly; silence for 30 s longer is taken for a dead connection.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(7);

    /// <summary>Runs once the server has accepted the watch. For an empty collection that may be long before or after the first event.</summary>
    internal Action? Opened { get; init; }
}
