namespace HomelabPortal.Kubernetes;

public sealed record DaemonSet : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public DaemonSetSpec Spec { get; init => field = value ?? DaemonSetSpec.Empty; } = DaemonSetSpec.Empty;

    public DaemonSetStatus Status { get; init => field = value ?? DaemonSetStatus.Empty; } = DaemonSetStatus.Empty;
}
