using HomelabPortal.Gpu.Work.Disk;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>What takes how much of a Docker host's disk, in bytes.</summary>
/// <param name="Images">Of all images, each layer counted once.</param>
/// <param name="Written">What containers have written into their own file systems.</param>
internal sealed record HostDiskResource(string Host, long Images, long Volumes, long Written, long BuildCache, IReadOnlyList<DiskImageResource> ImageList, IReadOnlyList<DiskVolumeResource> VolumeList)
{
    public static HostDiskResource Of(HostDisk disk) => new(
        disk.Host, disk.LayerBytes, disk.VolumeBytes, disk.WrittenBytes, disk.BuildCacheBytes,
        [.. disk.Images.Select(image => new DiskImageResource(image.Id, [.. image.Names], image.Bytes, image.OwnBytes, image.Created, [.. image.Users], image.Kept))],
        [.. disk.Volumes.Select(volume => new DiskVolumeResource(volume.Name, volume.Bytes, volume.Created, [.. volume.Users], volume.Kept))]);
}
