namespace HomelabPortal.Kubernetes;

public sealed record IngressClass : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public IngressClassSpec Spec { get; init => field = value ?? IngressClassSpec.Empty; } = IngressClassSpec.Empty;
}
