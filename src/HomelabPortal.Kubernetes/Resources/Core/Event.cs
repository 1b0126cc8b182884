namespace HomelabPortal.Kubernetes;

/// <summary>Something that happened to an object, as <c>kubectl get events</c> shows it (core/v1).</summary>
public sealed record Event : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>"Normal" or "Warning".</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    public string Reason { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    public ObjectReference? InvolvedObject { get; init; }

    public int Count { get; init; }

    public DateTimeOffset? FirstTimestamp { get; init; }

    public DateTimeOffset? LastTimestamp { get; init; }

    public DateTimeOffset? EventTime { get; init; }

    public EventSeries? Series { get; init; }

    public EventSource? Source { get; init; }

    public string ReportingComponent { get; init => field = value ?? ""; } = "";

    /// <summary>Which instance of the component reported it, usually a node.</summary>
    public string ReportingInstance { get; init => field = value ?? ""; } = "";

    /// <summary>When it was first seen.</summary>
    public DateTimeOffset? FirstSeen() => FirstTimestamp ?? EventTime;

    /// <summary>When it was last seen, wherever the reporter wrote that.</summary>
    public DateTimeOffset? LastSeen() => Series?.LastObservedTime ?? LastTimestamp ?? FirstSeen();

    /// <summary>How often it was seen, at least once.</summary>
    public int Times() => Math.Max(1, Series?.Count ?? Count);
}
