namespace HomelabPortal.Kubernetes;

public sealed record LonghornBackupTarget : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public LonghornBackupTargetSpec Spec { get; init => field = value ?? LonghornBackupTargetSpec.Empty; } = LonghornBackupTargetSpec.Empty;

    public LonghornBackupTargetStatus Status { get; init => field = value ?? LonghornBackupTargetStatus.Empty; } = LonghornBackupTargetStatus.Empty;
}
