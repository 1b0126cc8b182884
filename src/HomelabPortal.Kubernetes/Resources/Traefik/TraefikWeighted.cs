namespace HomelabPortal.Kubernetes;

public sealed record TraefikWeighted
{
    public IReadOnlyList<IngressRouteService> Services { get; init => field = CompactList.Of(value); } = [];
}
