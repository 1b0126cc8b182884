using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using HomelabPortal.Gpu.Containers.Planning;

namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>Exactly what would be removed, and no more.</summary>
public sealed record PrunePlan(string Host, PruneScope Scope, ImmutableArray<PruneItem> Items)
{
    public long Bytes => Items.Sum(item => item.Bytes ?? 0);

    /// <summary>Tells this plan from any other: what was shown is what is done.</summary>
    public string Tag => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Host}\n{Scope}\n{string.Join('\n', Items.Select(item => item.Id))}")))[..16];

    /// <summary>"3 images, at least 12.4 GiB".</summary>
    public string Words => $"{CountWords}, at least {RunWords.Bytes(Bytes)}";

    public string CountWords => (Scope, Items.Length) switch
    {
        (PruneScope.UnusedVolumes, 1) => "1 volume with its data",
        (PruneScope.UnusedVolumes, var count) => $"{count} volumes with their data",
        (_, 1) => "1 image",
        (_, var count) => $"{count} images",
    };

    public static PrunePlan Of(HostDisk disk, PruneScope scope) => new(disk.Host, scope, scope switch
    {
        PruneScope.UnusedVolumes => [.. disk.Volumes.Where(volume => volume.Kept is null).Select(volume => new PruneItem(volume.Name, volume.Name, volume.Bytes))],
        _ => [.. disk.Images.Where(image => image.Kept is null && (scope == PruneScope.UnusedImages || !image.HasName)).Select(image => new PruneItem(image.Id, image.Title, image.OwnBytes ?? 0))],
    });
}
