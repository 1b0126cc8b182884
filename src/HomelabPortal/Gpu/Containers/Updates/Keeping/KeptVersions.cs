using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Gpu.Containers.Updates.Keeping;

/// <summary>Pure: which former versions of a container are on a host, and which names are too many.</summary>
internal static class KeptVersions
{
    /// <summary>How many of the versions before the present one are kept.</summary>
    public const int Most = 3;

    /// <summary>One for each version, the last to serve first; the one that serves now is none of them.</summary>
    /// <param name="currentImage">The image id of what serves now; null when nothing does.</param>
    public static IReadOnlyList<KeptVersion> Of(string containerId, string image, IEnumerable<ImageSummary> images, string? currentImage)
    {
        var repository = ImageReference.TryParse(image, out var reference) ? reference.Repository : "";
        return
        [
            .. Kept(containerId, images)
                .Where(kept => kept.Image.Id != currentImage)
                .Select(kept => (kept.Name, kept.Image, Digest: ImageDigests.In(repository, kept.Image.RepoDigests)))
                .Where(kept => kept.Digest is not null)
                .GroupBy(kept => kept.Digest!)
                .Select(group => group.MaxBy(kept => kept.Name.Until))
                .OrderByDescending(kept => kept.Name.Until)
                .Select(kept => new KeptVersion(kept.Digest!, kept.Name.Since, kept.Name.Until, kept.Image.Size, MadeAt(kept.Image))),
        ];
    }

    /// <summary>Names that may go: those of the version that serves now, older ones of a version with a later one, and what is beyond <see cref="Most"/>.</summary>
    public static IReadOnlyList<(string Name, ImageSummary Image)> TooMany(string containerId, IEnumerable<ImageSummary> images, string? currentImage)
    {
        var kept = Kept(containerId, images).OrderByDescending(one => one.Name.Until).ToList();
        var stay = kept.Where(one => one.Image.Id != currentImage).DistinctBy(one => one.Image.Id).Take(Most).Select(one => one.Name).ToHashSet();
        return [.. kept.Where(one => !stay.Contains(one.Name)).Select(one => (one.Name.ToString(), one.Image))];
    }

    private static IEnumerable<(KeptName Name, ImageSummary Image)> Kept(string containerId, IEnumerable<ImageSummary> images) =>
        from image in images
        from tag in image.RepoTags ?? []
        let name = KeptName.Parse(tag)
        where name?.Container == containerId
        select (name, image);

    private static DateTimeOffset? MadeAt(ImageSummary image) => image.Created > 0 ? DateTimeOffset.FromUnixTimeSeconds(image.Created) : null;
}
