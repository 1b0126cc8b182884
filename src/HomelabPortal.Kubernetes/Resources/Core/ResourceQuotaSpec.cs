namespace HomelabPortal.Kubernetes;

public sealed record ResourceQuotaSpec
{
    public static ResourceQuotaSpec Empty { get; } = new();

    public CompactMap<Quantity> Hard { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;
}
