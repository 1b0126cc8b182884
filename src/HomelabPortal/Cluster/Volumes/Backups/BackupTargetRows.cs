using System.Text.RegularExpressions;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Backups;

/// <summary>Judges where backups go: no address → off; not available → degraded; otherwise healthy.</summary>
internal static partial class BackupTargetRows
{
    public static IReadOnlyList<BackupTargetRow> Of(ClusterState state) =>
        [.. state.BackupTargets.All.Select(Of).OrderBy(row => row.Name != "default").ThenBy(row => row.Name, StringComparer.Ordinal)];

    private static BackupTargetRow Of(LonghornBackupTarget target)
    {
        var address = Password().Replace(target.Spec.BackupTargetUrl, "$1:…@");
        var unavailable = target.Status.Conditions.Find("Unavailable");
        var (state, word, sentence) = target switch
        {
            { Spec.BackupTargetUrl.Length: 0 } => (HealthState.Off, "Not set", "Longhorn has no address to send backups to."),
            { Status.Available: false } => (HealthState.Degraded, "Not available", Spoken.Sentence($"Longhorn cannot use {address}{(unavailable is { Message.Length: > 0 } ? $": {unavailable.Message}" : "")}")),
            _ => (HealthState.Healthy, "Available", ""),
        };
        return new BackupTargetRow(target.Metadata.Name, address, state, word, sentence, unavailable?.LastTransitionTime, target.Status.LastSyncedAt);
    }

    /// <summary>Credentials belong into a secret, but nothing stops an address from carrying them.</summary>
    [GeneratedRegex("(?<=://)([^/@:]*):[^/@]*@")]
    private static partial Regex Password();
}
