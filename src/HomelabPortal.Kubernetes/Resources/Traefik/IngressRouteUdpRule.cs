namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteUdpRule
{
    public IReadOnlyList<IngressRouteService> Services { get; init => field = CompactList.Of(value); } = [];
}
