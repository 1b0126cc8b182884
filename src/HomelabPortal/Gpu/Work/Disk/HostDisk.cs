using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>What takes how much of a Docker host's disk, as just measured.</summary>
/// <param name="LayerBytes">Of all images, each layer counted once.</param>
/// <param name="WrittenBytes">What containers have written into their own file systems.</param>
public sealed record HostDisk(string Host, ImmutableArray<DiskImage> Images, ImmutableArray<DiskVolume> Volumes, long LayerBytes, long WrittenBytes, long BuildCacheBytes)
{
    public long VolumeBytes => Volumes.Sum(volume => volume.Bytes ?? 0);
}
