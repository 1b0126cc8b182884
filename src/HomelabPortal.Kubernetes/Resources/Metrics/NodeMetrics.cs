namespace HomelabPortal.Kubernetes;

/// <summary>What a node used over the last window (metrics.k8s.io, list and get only).</summary>
public sealed record NodeMetrics : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>A Go duration such as "20.1s".</summary>
    public string Window { get; init => field = value ?? ""; } = "";

    public CompactMap<Quantity> Usage { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;
}
