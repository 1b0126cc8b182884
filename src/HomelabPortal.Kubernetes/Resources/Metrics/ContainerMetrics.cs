namespace HomelabPortal.Kubernetes;

public sealed record ContainerMetrics
{
    public string Name { get; init => field = value ?? ""; } = "";

    public CompactMap<Quantity> Usage { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;
}
