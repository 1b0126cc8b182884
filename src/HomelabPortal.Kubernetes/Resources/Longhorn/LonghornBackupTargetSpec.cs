using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record LonghornBackupTargetSpec
{
    public static LonghornBackupTargetSpec Empty { get; } = new();

    /// <summary>Empty when backups are not set up.</summary>
    [JsonPropertyName("backupTargetURL")]
    public string BackupTargetUrl { get; init => field = value ?? ""; } = "";
}
