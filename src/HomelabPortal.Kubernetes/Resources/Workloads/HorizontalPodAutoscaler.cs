namespace HomelabPortal.Kubernetes;

/// <summary>What sets the replicas of a workload by how busy it is.</summary>
public sealed record HorizontalPodAutoscaler : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public HorizontalPodAutoscalerSpec Spec { get; init => field = value ?? HorizontalPodAutoscalerSpec.Empty; } = HorizontalPodAutoscalerSpec.Empty;
}
