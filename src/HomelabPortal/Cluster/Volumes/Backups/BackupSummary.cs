using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Backups;

/// <summary>The backups of all volumes in one line.</summary>
internal static class BackupSummary
{
    /// <returns>Null while there are no volumes.</returns>
    public static string? Of(IReadOnlyList<ProtectionRow> rows)
    {
        if (rows.Count == 0)
            return null;
        string[] parts =
        [
            rows.Count(row => row.LastBackup is null) is > 0 and var never ? $"{never} never backed up" : "",
            rows.Count(row => row.Jobs.Length == 0) is > 0 and var idle ? $"{idle} without a recurring backup" : "",
            rows.Count(row => row is { Word: "Last one failed", State: HealthState.Degraded }) is > 0 and var failed ? $"{failed} failed" : "",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "all backed up";
    }
}
