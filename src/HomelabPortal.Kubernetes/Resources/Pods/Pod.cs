namespace HomelabPortal.Kubernetes;

public sealed record Pod : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public PodSpec Spec { get; init => field = value ?? PodSpec.Empty; } = PodSpec.Empty;

    public PodStatus Status { get; init => field = value ?? PodStatus.Empty; } = PodStatus.Empty;
}
