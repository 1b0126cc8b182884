using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview;

/// <summary>Block storage as a whole.</summary>
/// <param name="Used">Bytes used on all disks.</param>
/// <param name="Total">Bytes of all disks.</param>
public sealed record StorageSummary(long Used, long Total, int Volumes, int Healthy, int Degraded, int Broken, DateTimeOffset? LastBackup)
{
    /// <summary>Null where there is no Longhorn, or it cannot be read.</summary>
    public static StorageSummary? Of(ClusterState cluster)
    {
        if (cluster.Volumes.Status.Phase is not (SourcePhase.Live or SourcePhase.Stale))
            return null;
        var states = cluster.Volumes.All.Select(volume => VolumeHealth.Judge(volume).State).ToList();
        var disks = cluster.VolumeNodes.All.SelectMany(node => node.Status.DiskStatus.Values).ToList();
        return new StorageSummary(
            disks.Sum(disk => disk.StorageMaximum - disk.StorageAvailable),
            disks.Sum(disk => disk.StorageMaximum),
            states.Count,
            states.Count(state => state is HealthState.Healthy or HealthState.Off),
            states.Count(state => state is HealthState.Degraded or HealthState.Unknown or HealthState.Progressing),
            states.Count(state => state == HealthState.Broken),
            cluster.Volumes.All.Max(volume => volume.Status.LastBackupAt));
    }

    public double? Share => Total > 0 ? (double)Used / Total : null;
}
