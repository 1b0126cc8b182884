namespace HomelabPortal.Kubernetes;

public sealed record TlsStoreSpec
{
    public static TlsStoreSpec Empty { get; } = new();

    public TlsStoreCertificate? DefaultCertificate { get; init; }

    public IReadOnlyList<TlsStoreCertificate> Certificates { get; init => field = CompactList.Of(value); } = [];
}
