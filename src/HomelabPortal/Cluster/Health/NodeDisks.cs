using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Health;

/// <summary>How full a node's disks are, as Longhorn sees them; without Longhorn that is not known.</summary>
internal static class NodeDisks
{
    /// <summary>The share used of the fullest disk, 0 to 1; null when no disk reports its size.</summary>
    public static double? FullestShare(LonghornNode? node) => node?.Status.DiskStatus.Values
        .Where(disk => disk.StorageMaximum > 0)
        .Select(disk => (double?)(1 - (double)disk.StorageAvailable / disk.StorageMaximum))
        .Max();
}
