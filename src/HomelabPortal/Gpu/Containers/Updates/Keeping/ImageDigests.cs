namespace HomelabPortal.Gpu.Containers.Updates.Keeping;

/// <summary>Pure: the digests that an image has in registries, out of the names that Docker gives it.</summary>
internal static class ImageDigests
{
    private const string Hub = "docker.io/";
    private const string Library = "library/";

    public static IReadOnlyList<string> Of(IEnumerable<string>? repoDigests) =>
        [.. (repoDigests ?? []).Select(name => name.Split('@')).Where(parts => parts.Length == 2).Select(parts => parts[1]).Distinct(StringComparer.Ordinal)];

    /// <summary>The digest in one repository; null when the image was not pulled from there, as one that was built on the host.</summary>
    public static string? In(string repository, IEnumerable<string>? repoDigests) => (repoDigests ?? [])
        .Select(name => name.Split('@'))
        .FirstOrDefault(parts => parts.Length == 2 && Familiar(parts[0]) == Familiar(repository))?[1];

    /// <summary>Docker writes names of its own registry without the registry.</summary>
    private static string Familiar(string repository)
    {
        var name = repository.StartsWith(Hub, StringComparison.Ordinal) ? repository[Hub.Length..] : repository;
        return name.StartsWith(Library, StringComparison.Ordinal) ? name[Library.Length..] : name;
    }
}
