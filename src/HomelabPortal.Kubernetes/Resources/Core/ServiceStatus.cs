namespace HomelabPortal.Kubernetes;

public sealed record ServiceStatus
{
    public static ServiceStatus Empty { get; } = new();

    public LoadBalancerStatus LoadBalancer { get; init => field = value ?? LoadBalancerStatus.Empty; } = LoadBalancerStatus.Empty;
}
