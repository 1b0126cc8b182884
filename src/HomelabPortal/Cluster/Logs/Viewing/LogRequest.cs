namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>What somebody wants to read.</summary>
/// <param name="Kind">"Pod", or a kind of workload, whose pods are all read.</param>
internal sealed record LogRequest(string Kind, string Namespace, string Name)
{
    /// <summary>One container by name; null for all.</summary>
    public string? Container { get; init; }

    public bool Previous { get; init; }

    public bool Follow { get; init; }

    /// <summary>Of each container.</summary>
    public long? TailLines { get; init; }

    public DateTimeOffset? Since { get; init; }

    public LogFilter Filter { get; init; } = LogFilter.None;

    /// <summary>How far each source was read before the connection to the portal broke, by <see cref="LogSource.Key"/>.</summary>
    public IReadOnlyDictionary<string, Following.LogCursor> Cursors { get; init; } = new Dictionary<string, Following.LogCursor>();
}
