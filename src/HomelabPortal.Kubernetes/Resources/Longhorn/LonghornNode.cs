namespace HomelabPortal.Kubernetes;

public sealed record LonghornNode : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public LonghornNodeSpec Spec { get; init => field = value ?? LonghornNodeSpec.Empty; } = LonghornNodeSpec.Empty;

    public LonghornNodeStatus Status { get; init => field = value ?? LonghornNodeStatus.Empty; } = LonghornNodeStatus.Empty;
}
