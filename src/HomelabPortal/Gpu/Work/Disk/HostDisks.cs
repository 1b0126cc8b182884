using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Gpu.Containers.Writing;

namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>
/// Pure: what lies on a host's disk, and what of it must stay.
/// <list type="table">
/// <item><term>image that a container is made from, running or not</term><description>stays</description></item>
/// <item><term>image that a wanted container names, by tag or digest</term><description>stays, also while there is no container of it</description></item>
/// <item><term>the newest other image of a wanted one's repository, any tagged prev, and what updates have kept</term><description>stays: the way back</description></item>
/// <item><term>image of the portal's probe</term><description>stays</description></item>
/// <item><term>volume that a container has, or a wanted one names</term><description>stays</description></item>
/// <item><term>volume that something else keeps, such as a compose project</term><description>stays, also while its containers are away</description></item>
/// <item><term>any other volume with a name</term><description>stays: whoever named it may want its data again</description></item>
/// <item><term>any other</term><description>may go, if a person says so</description></item>
/// </list>
/// </summary>
internal static class HostDisks
{
    private const string NoName = "<none>";
    private const string Former = "prev";
    private const string Anonymous = "com.docker.volume.anonymous";

    public static HostDisk Of(string host, DiskUsage usage, DesiredState desired, string? probeImage)
    {
        var containers = usage.Containers ?? [];
        var wanted = desired.Containers.Where(container => container.Host == host).ToList();
        var wishes = wanted.Where(container => ImageReference.TryParse(container.Image, out _)).Select(container => (container.Name, Image: ImageReference.Parse(container.Image, container.Digest))).ToList();
        var images = usage.Images ?? [];
        var ways = WaysBack(images, wishes, containers);
        return new HostDisk(
            host,
            [.. images.Select(image => Image(image, containers, wishes, ways, probeImage)).OrderByDescending(image => image.Bytes).ThenBy(image => image.Title, StringComparer.Ordinal)],
            [.. (usage.Volumes ?? []).Select(volume => Volume(volume, containers, wanted, desired.Instance)).OrderByDescending(volume => volume.Bytes ?? 0).ThenBy(volume => volume.Name, StringComparer.Ordinal)],
            usage.LayersSize,
            containers.Sum(container => container.WrittenBytes ?? 0),
            (usage.BuildCache ?? []).Sum(piece => piece.Size));
    }

    private static DiskImage Image(
        ImageSummary image, IReadOnlyList<ContainerSummary> containers, IReadOnlyList<(string Name, ImageReference Image)> wishes, IReadOnlyDictionary<string, string> ways, string? probeImage)
    {
        ImmutableArray<string> names = [.. Tags(image)];
        ImmutableArray<string> users = [.. containers.Where(container => container.ImageId == image.Id).Select(NameOf).Order(StringComparer.Ordinal)];
        var kept = users switch
        {
            [_, ..] => $"used by {string.Join(", ", users)}",
            _ when wishes.FirstOrDefault(wish => Is(image, wish.Image)) is { Name: { } name } => $"wanted for {name}",
            _ when ways.GetValueOrDefault(image.Id) is { } name => $"the way back for {name}",
            _ when names.Any(name => KeptName.Parse(name) is not null) => "a version to go back to",
            _ when probeImage is not null && ImageReference.TryParse(probeImage, out var probe) && Is(image, probe) => "the portal measures GPUs with it",
            // The engine counts what it does not list, such as what is being made.
            _ when image.Containers > 0 => "used by a container",
            _ => null,
        };
        return new DiskImage(image.Id, names, image.Size, image.SharedSize >= 0 ? Math.Max(0, image.Size - image.SharedSize) : null, DateTimeOffset.FromUnixTimeSeconds(image.Created), users, kept);
    }

    private static DiskVolume Volume(DockerVolume volume, IReadOnlyList<ContainerSummary> containers, IReadOnlyList<DesiredContainer> wanted, string instance)
    {
        ImmutableArray<string> users = [.. containers.Where(container => container.Mounts?.Any(mount => mount.Type == "volume" && mount.Name == volume.Name) == true).Select(NameOf).Order(StringComparer.Ordinal)];
        var hasName = !IsNameless(volume);
        var kept = users switch
        {
            [_, ..] => $"used by {string.Join(", ", users)}",
            _ when wanted.FirstOrDefault(container => container.Volumes.Any(one => one.Source == volume.Name)) is { } owner => $"wanted for {owner.Name}",
            _ when volume.UsageData is { RefCount: > 0 } => "used by a container",
            _ when Keepers.Of(volume.Labels, instance) is { } keeper => $"belongs to {keeper}",
            _ when hasName => "somebody named it",
            _ => null,
        };
        return new DiskVolume(volume.Name, hasName, volume.UsageData is { Size: >= 0 } used ? used.Size : null, volume.CreatedAt, users, kept);
    }

    /// <summary>Nobody gave it a name: the engine made it up, and says so since version 24.</summary>
    private static bool IsNameless(DockerVolume volume) =>
        volume.Labels?.ContainsKey(Anonymous) == true || DiskVolume.IsMadeUp(volume.Name);

    /// <summary>Of each wanted container the version before, by the image's id.</summary>
    private static Dictionary<string, string> WaysBack(IReadOnlyList<ImageSummary> images, IReadOnlyList<(string Name, ImageReference Image)> wishes, IReadOnlyList<ContainerSummary> containers)
    {
        var ways = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, wish) in wishes)
        {
            var others = images.Where(image => IsOf(image, wish.Repository) && !Is(image, wish) && containers.All(container => container.ImageId != image.Id));
            foreach (var former in others.Where(image => Tags(image).Any(tag => tag.EndsWith($":{Former}", StringComparison.Ordinal) || tag.Contains($":{Former}-", StringComparison.Ordinal))).Concat(others.OrderByDescending(image => image.Created).Take(1)))
                ways.TryAdd(former.Id, name);
        }

        return ways;
    }

    private static bool Is(ImageSummary image, ImageReference wanted) =>
        (wanted.Digest is null ? Tags(image) : image.RepoDigests ?? []).Any(name => ImageReference.TryParse(name, out var known) && known.Repository == wanted.Repository && known.Wanted == wanted.Wanted);

    private static bool IsOf(ImageSummary image, string repository) =>
        Tags(image).Concat(image.RepoDigests ?? []).Any(name => ImageReference.TryParse(name, out var known) && known.Repository == repository);

    private static IEnumerable<string> Tags(ImageSummary image) => (image.RepoTags ?? []).Where(tag => !tag.Contains(NoName, StringComparison.Ordinal));

    private static string NameOf(ContainerSummary container) => container.Name ?? container.Id[..Math.Min(12, container.Id.Length)];
}
