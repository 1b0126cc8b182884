using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Backups;

/// <summary>A place that backups go to.</summary>
/// <param name="Address">Without a password, should one stand in it; empty when none is set.</param>
public sealed record BackupTargetRow(string Name, string Address, HealthState State, string Word, string Sentence, DateTimeOffset? Since, DateTimeOffset? LastSynced);
