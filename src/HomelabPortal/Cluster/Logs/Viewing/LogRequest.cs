namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>What somebody wants to read.</summary>
/// <param name="Kind">"Pod", a kind of workload, whose pods are all read, or "Container" of a Docker host.</param>
/// <param name="Namespace">Of a container the name of its host.</param>
internal sealed record LogRequest(string Kind, string Namespace, string Name)
{
    /// <summary>One container by name; null for all.</summary>
    public string? Container { get; init; }

    public bool Previous { get; init; }

    /// <summary>Whether lines come from several containers, so that each names its own.</summary>
    public bool IsOfMany => Kind switch { "Container" => false, "Pod" => Container is null, _ => true };

    public bool Follow { get; init; }

    /// <summary>Of each container.</summary>
    public long? TailLines { get; init; }

    public DateTimeOffset? Since { get; init; }

    public LogFilter Filter { get; init; } = LogFilter.None;

    /// <summary>How far each source was read before the connection to the portal broke, by <see cref="LogSource.Key"/>.</summary>
    public IReadOnlyDictionary<string, Following.LogCursor> Cursors { get; init; } = new Dictionary<string, Following.LogCursor>();
}
