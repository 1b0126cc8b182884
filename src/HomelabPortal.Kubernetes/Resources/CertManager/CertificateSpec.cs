namespace HomelabPortal.Kubernetes;

public sealed record CertificateSpec
{
    public static CertificateSpec Empty { get; } = new();

    public string SecretName { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<string> DnsNames { get; init => field = CompactList.Of(value); } = [];

    public IssuerReference? IssuerRef { get; init; }
}
