namespace HomelabPortal.Kubernetes;

public sealed record TlsStoreCertificate
{
    /// <summary>In the namespace of the store.</summary>
    public string SecretName { get; init => field = value ?? ""; } = "";
}
