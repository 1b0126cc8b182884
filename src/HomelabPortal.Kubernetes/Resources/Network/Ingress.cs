namespace HomelabPortal.Kubernetes;

public sealed record Ingress : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public IngressSpec Spec { get; init => field = value ?? IngressSpec.Empty; } = IngressSpec.Empty;

    public ServiceStatus Status { get; init => field = value ?? ServiceStatus.Empty; } = ServiceStatus.Empty;
}
