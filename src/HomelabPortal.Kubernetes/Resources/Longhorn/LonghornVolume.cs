namespace HomelabPortal.Kubernetes;

public sealed record LonghornVolume : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public LonghornVolumeSpec Spec { get; init => field = value ?? LonghornVolumeSpec.Empty; } = LonghornVolumeSpec.Empty;

    public LonghornVolumeStatus Status { get; init => field = value ?? LonghornVolumeStatus.Empty; } = LonghornVolumeStatus.Empty;
}
