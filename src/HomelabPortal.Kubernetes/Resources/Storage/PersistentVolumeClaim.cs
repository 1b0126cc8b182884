namespace HomelabPortal.Kubernetes;

public sealed record PersistentVolumeClaim : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public PersistentVolumeClaimSpec Spec { get; init => field = value ?? PersistentVolumeClaimSpec.Empty; } = PersistentVolumeClaimSpec.Empty;

    public PersistentVolumeClaimStatus Status { get; init => field = value ?? PersistentVolumeClaimStatus.Empty; } = PersistentVolumeClaimStatus.Empty;
}
