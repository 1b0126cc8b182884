namespace HomelabPortal.Kubernetes;

public sealed record TraefikServiceSpec
{
    public static TraefikServiceSpec Empty { get; } = new();

    public TraefikWeighted? Weighted { get; init; }

    public TraefikMirroring? Mirroring { get; init; }
}
