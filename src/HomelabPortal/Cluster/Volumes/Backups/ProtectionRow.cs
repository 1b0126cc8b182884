using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Backups;

/// <summary>How one Longhorn volume is backed up. Two rows are equal when they look the same.</summary>
/// <param name="Name">Of its claim, or its own.</param>
/// <param name="Jobs">The recurring jobs that back it up, by name; empty when none does.</param>
/// <param name="Size">Bytes of the last completed backup; null when it is not known.</param>
public sealed record ProtectionRow(
    string Volume, string Namespace, string Name, string Href, HealthState State, string Word, string Sentence, DateTimeOffset? LastBackup, string Jobs, long? Size);
