namespace HomelabPortal.Kubernetes;

public sealed record LoadBalancerStatus
{
    public static LoadBalancerStatus Empty { get; } = new();

    public IReadOnlyList<LoadBalancerAddress> Ingress { get; init => field = CompactList.Of(value); } = [];
}
