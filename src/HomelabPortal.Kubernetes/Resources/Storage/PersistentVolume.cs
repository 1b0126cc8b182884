namespace HomelabPortal.Kubernetes;

public sealed record PersistentVolume : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public PersistentVolumeSpec Spec { get; init => field = value ?? PersistentVolumeSpec.Empty; } = PersistentVolumeSpec.Empty;

    public PersistentVolumeStatus Status { get; init => field = value ?? PersistentVolumeStatus.Empty; } = PersistentVolumeStatus.Empty;
}
