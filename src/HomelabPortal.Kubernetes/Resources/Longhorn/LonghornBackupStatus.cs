namespace HomelabPortal.Kubernetes;

public sealed record LonghornBackupStatus
{
    public static LonghornBackupStatus Empty { get; } = new();

    /// <summary>"Completed", "InProgress", "Error" and others.</summary>
    public string State { get; init => field = value ?? ""; } = "";

    /// <summary>Per cent.</summary>
    public int Progress { get; init; }

    public string VolumeName { get; init => field = value ?? ""; } = "";

    /// <summary>Bytes; zero until it is known.</summary>
    public Quantity Size { get; init; }

    public string Error { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? BackupCreatedAt { get; init; }

    public DateTimeOffset? SnapshotCreatedAt { get; init; }
}
