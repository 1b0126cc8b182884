using HomelabPortal.Cluster.Volumes.Backups;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>A place that backups go to.</summary>
/// <param name="Address">Empty when none is set; never with a password.</param>
internal sealed record BackupTargetResource(string Name, string Address, HealthState State, string Word, string Sentence, DateTimeOffset? LastSynced)
{
    public static BackupTargetResource Of(BackupTargetRow row) => new(row.Name, row.Address, row.State, row.Word, row.Sentence, row.LastSynced);
}
