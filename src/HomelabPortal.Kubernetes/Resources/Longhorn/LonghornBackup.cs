namespace HomelabPortal.Kubernetes;

/// <summary>One backup of one volume at the backup target.</summary>
public sealed record LonghornBackup : IKubernetesObject
{
    public ObjectMeta Metadata { get; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    public LonghornBackupStatus Status { get; init => field = value ?? LonghornBackupStatus.Empty; } = LonghornBackupStatus.Empty;
}
