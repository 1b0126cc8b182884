namespace HomelabPortal.Kubernetes;

public sealed record IngressRouteTcpTls
{
    public string SecretName { get; init => field = value ?? ""; } = "";

    public string CertResolver { get; init => field = value ?? ""; } = "";

    public bool Passthrough { get; init; }
}
