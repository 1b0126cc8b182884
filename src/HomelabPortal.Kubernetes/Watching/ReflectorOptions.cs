namespace HomelabPortal.Kubernetes;

/// <summary>What a reflector follows and how patient it is.</summary>
public sealed record ReflectorOptions
{
    /// <summary>Null for all namespaces.</summary>
    public string? Namespace { get; init; }

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Lists again at this interval instead of watching, for kinds that cannot be watched (metrics). Null watches.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>Each watch lasts between this and twice this.</summary>
    public TimeSpan WatchTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often to look whether a kind that is not installed has come.</summary>
    public TimeSpan NotInstalledRecheck { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often to look whether a kind that is forbidden has been allowed.</summary>
    public TimeSpan ForbiddenRecheck { get; init; } = TimeSpan.FromMinutes(1);
}
