namespace HomelabPortal.Kubernetes;

public sealed record Deployment : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public DeploymentSpec Spec { get; init => field = value ?? DeploymentSpec.Empty; } = DeploymentSpec.Empty;

    public DeploymentStatus Status { get; init => field = value ?? DeploymentStatus.Empty; } = DeploymentStatus.Empty;
}
