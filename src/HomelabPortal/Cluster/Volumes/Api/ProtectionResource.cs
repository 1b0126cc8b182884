using HomelabPortal.Cluster.Volumes.Backups;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>How a Longhorn volume is backed up.</summary>
/// <param name="Name">Of its claim, or its own.</param>
/// <param name="Jobs">The recurring jobs that back it up.</param>
/// <param name="Size">Bytes of the last backup; null while it is not known.</param>
internal sealed record ProtectionResource(
    string Volume, string Namespace, string Name, HealthState State, string Word, string Sentence, DateTimeOffset? LastBackup, IReadOnlyList<string> Jobs, long? Size)
{
    public static ProtectionResource Of(ProtectionRow row) => new(
        row.Volume, row.Namespace, row.Name, row.State, row.Word, row.Sentence, row.LastBackup, row.Jobs.Split(", ", StringSplitOptions.RemoveEmptyEntries), row.Size);
}
