namespace HomelabPortal.Kubernetes;

public sealed record ResourceQuotaStatus
{
    public static ResourceQuotaStatus Empty { get; } = new();

    public CompactMap<Quantity> Hard { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;

    public CompactMap<Quantity> Used { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;
}
