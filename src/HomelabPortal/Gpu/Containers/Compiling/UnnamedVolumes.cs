using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Disk;

namespace HomelabPortal.Gpu.Containers.Compiling;

/// <summary>
/// Pure: volumes that the engine made because an image asks for them and nobody mounts anything there.
/// The container that takes the place of another one gets that one's, or it would begin with empty ones while the data lies in volumes that nobody finds.
/// They are no part of the wish, so they change no hash: on another host, or after a removal, there would be others.
/// </summary>
internal static class UnnamedVolumes
{
    /// <param name="former">What it replaces; null when there is none.</param>
    public static ContainerSpec Carry(ContainerSpec spec, DesiredContainer wanted, ContainerDetails? former)
    {
        var taken = wanted.Volumes.Select(volume => Plain(volume.Target)).ToHashSet(StringComparer.Ordinal);
        var carried = (former?.Mounts ?? [])
            .Where(mount => mount is { Type: "volume", Name: { } name, Destination: { } path } && DiskVolume.IsMadeUp(name) && !taken.Contains(Plain(path)))
            .OrderBy(mount => mount.Destination, StringComparer.Ordinal)
            .Select(mount => $"{mount.Name}:{mount.Destination}{(mount.IsWritable ? "" : ":ro")}").ToList();
        return carried.Count == 0 ? spec : spec with { HostConfig = (spec.HostConfig ?? new HostConfig()) with { Binds = [.. spec.HostConfig?.Binds ?? [], .. carried] } };
    }

    private static string Plain(string path) => path.TrimEnd('/');
}
