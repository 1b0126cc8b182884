namespace HomelabPortal.Kubernetes;

public sealed record Certificate : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public CertificateSpec Spec { get; init => field = value ?? CertificateSpec.Empty; } = CertificateSpec.Empty;

    public CertificateStatus Status { get; init => field = value ?? CertificateStatus.Empty; } = CertificateStatus.Empty;
}
