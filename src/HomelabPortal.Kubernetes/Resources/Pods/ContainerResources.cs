namespace HomelabPortal.Kubernetes;

public sealed record ContainerResources
{
    public static ContainerResources Empty { get; } = new();

    public CompactMap<Quantity> Requests { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;

    public CompactMap<Quantity> Limits { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;
}
