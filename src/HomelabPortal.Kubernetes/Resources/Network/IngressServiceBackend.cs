namespace HomelabPortal.Kubernetes;

public sealed record IngressServiceBackend
{
    public string Name { get; init => field = value ?? ""; } = "";

    public ServiceBackendPort? Port { get; init; }
}
