namespace HomelabPortal.Kubernetes;

public sealed record LoadBalancerAddress
{
    public string Ip { get; init => field = value ?? ""; } = "";

    public string Hostname { get; init => field = value ?? ""; } = "";
}
