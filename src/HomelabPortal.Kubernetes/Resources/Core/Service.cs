namespace HomelabPortal.Kubernetes;

public sealed record Service : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public ServiceSpec Spec { get; init => field = value ?? ServiceSpec.Empty; } = ServiceSpec.Empty;

    public ServiceStatus Status { get; init => field = value ?? ServiceStatus.Empty; } = ServiceStatus.Empty;
}
