using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Backups;

/// <summary>
/// Judges how a volume is backed up; the first line that applies wins.
/// <list type="table">
/// <item>a backup runs → progressing, with its per cent</item>
/// <item>its latest backup failed → degraded</item>
/// <item>never backed up → off while it is detached, else degraded; within a day of its making, when a job will do it → progressing</item>
/// <item>backed up, but no recurring job does it again → degraded</item>
/// <item>otherwise healthy</item>
/// </list>
/// </summary>
internal static class ProtectionRows
{
    private static readonly TimeSpan _firstBackupWithin = TimeSpan.FromDays(1);

    /// <summary>Those that need somebody first.</summary>
    public static IReadOnlyList<ProtectionRow> Of(ClusterState state, DateTimeOffset now)
    {
        var backups = state.VolumeBackups.All.ToLookup(backup => backup.Status.VolumeName);
        return [.. VolumeViews.Of(state).Values
            .Select(volume => Of(volume, [.. backups[volume.Name]], state, now))
            .OrderByDescending(row => row.State).ThenBy(row => row.Namespace, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }

    public static ProtectionRow Of(VolumeView volume, IReadOnlyList<LonghornBackup> backups, ClusterState state, DateTimeOffset now)
    {
        var jobs = RecurringJobs.Of(volume.Volume, state).Where(RecurringJobs.IsBackup).Select(job => job.Metadata.Name).ToList();
        var completed = backups.Where(backup => backup.Status.State == "Completed").MaxBy(Made);
        var last = volume.Volume.Status.LastBackupAt ?? completed?.Status.BackupCreatedAt;
        var (health, word, sentence) = Judge(volume.Volume, backups, jobs, last, now);
        return new ProtectionRow(
            volume.Name, volume.Namespace, volume.Title, volume.Href, health, word, sentence, last,
            string.Join(", ", jobs), completed?.Status.Size is { Whole: > 0 } size ? size.Whole : null);
    }

    private static (HealthState State, string Word, string Sentence) Judge(
        LonghornVolume volume, IReadOnlyList<LonghornBackup> backups, List<string> jobs, DateTimeOffset? last, DateTimeOffset now)
    {
        if (backups.FirstOrDefault(backup => backup.Status.State is "InProgress" or "Pending") is { } running)
            return (HealthState.Progressing, $"Backing up {running.Status.Progress} %", "A backup of it is being made.");
        if (backups.Where(backup => backup.Status.State == "Error").MaxBy(Made) is { } failed && Made(failed) is var at && !(last > at))
            return (HealthState.Degraded, "Last one failed", Spoken.Sentence(failed.Status.Error.Length > 0 ? failed.Status.Error : "Longhorn gives no reason"));
        return (last, jobs) switch
        {
            (null, [_, ..]) when now - volume.Metadata.CreationTimestamp < _firstBackupWithin => (HealthState.Progressing, "Not yet", "It is new; its recurring job will back it up."),
            (null, _) when volume.Status.State == "detached" => (HealthState.Off, "Not in use", "It was never backed up; Longhorn backs up attached volumes."),
            (null, []) => (HealthState.Degraded, "Never", "It was never backed up, and no recurring job does so."),
            (null, _) => (HealthState.Degraded, "Never", $"It was never backed up, though the recurring job {jobs[0]} should have."),
            (_, []) => (HealthState.Degraded, "Not repeated", "It was backed up, but no recurring job does so again."),
            _ => (HealthState.Healthy, "Backed up", ""),
        };
    }

    private static DateTimeOffset Made(LonghornBackup backup) =>
        backup.Status.BackupCreatedAt ?? backup.Status.SnapshotCreatedAt ?? backup.Metadata.CreationTimestamp ?? DateTimeOffset.MinValue;
}
