namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>What of one container's log is wanted.</summary>
internal sealed record LogWish
{
    /// <summary>Of the pod: another one of its name is another.</summary>
    public required string Uid { get; init; }

    public required string Container { get; init; }

    /// <summary>Go on with what comes.</summary>
    public bool Follow { get; init; }

    /// <summary>The run before the present one.</summary>
    public bool Previous { get; init; }

    public long? TailLines { get; init; }

    public DateTimeOffset? Since { get; init; }

    public LogCursor? Cursor { get; init; }
}
