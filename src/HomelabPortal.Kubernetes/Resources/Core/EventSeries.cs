namespace HomelabPortal.Kubernetes;

public sealed record EventSeries
{
    public int Count { get; init; }

    public DateTimeOffset? LastObservedTime { get; init; }
}
