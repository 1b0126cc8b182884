namespace HomelabPortal.Kubernetes;

public sealed record ArgoApplication : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public ArgoApplicationSpec Spec { get; init => field = value ?? ArgoApplicationSpec.Empty; } = ArgoApplicationSpec.Empty;

    public ArgoApplicationStatus Status { get; init => field = value ?? ArgoApplicationStatus.Empty; } = ArgoApplicationStatus.Empty;
}
