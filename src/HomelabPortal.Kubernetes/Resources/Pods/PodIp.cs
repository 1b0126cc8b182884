namespace HomelabPortal.Kubernetes;

public sealed record PodIp
{
    public string Ip { get; init => field = value ?? ""; } = "";
}
