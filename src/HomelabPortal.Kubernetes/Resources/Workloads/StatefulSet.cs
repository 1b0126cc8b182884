namespace HomelabPortal.Kubernetes;

public sealed record StatefulSet : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public StatefulSetSpec Spec { get; init => field = value ?? StatefulSetSpec.Empty; } = StatefulSetSpec.Empty;

    public StatefulSetStatus Status { get; init => field = value ?? StatefulSetStatus.Empty; } = StatefulSetStatus.Empty;
}
