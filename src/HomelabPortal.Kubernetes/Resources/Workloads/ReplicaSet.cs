namespace HomelabPortal.Kubernetes;

public sealed record ReplicaSet : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public ReplicaSetSpec Spec { get; init => field = value ?? ReplicaSetSpec.Empty; } = ReplicaSetSpec.Empty;

    public ReplicaSetStatus Status { get; init => field = value ?? ReplicaSetStatus.Empty; } = ReplicaSetStatus.Empty;
}
