namespace HomelabPortal.Kubernetes;

/// <summary>One copy of a volume on one disk.</summary>
public sealed record LonghornReplica : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public LonghornReplicaSpec Spec { get; init => field = value ?? LonghornReplicaSpec.Empty; } = LonghornReplicaSpec.Empty;

    public LonghornReplicaStatus Status { get; init => field = value ?? LonghornReplicaStatus.Empty; } = LonghornReplicaStatus.Empty;
}
