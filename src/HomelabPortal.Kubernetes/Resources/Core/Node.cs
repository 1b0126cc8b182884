namespace HomelabPortal.Kubernetes;

public sealed record Node : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public NodeSpec Spec { get; init => field = value ?? NodeSpec.Empty; } = NodeSpec.Empty;

    public NodeStatus Status { get; init => field = value ?? NodeStatus.Empty; } = NodeStatus.Empty;
}
