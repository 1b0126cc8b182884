namespace HomelabPortal.Cluster.Display;

/// <summary>The part of an image's name that people know it by.</summary>
internal static class ImageName
{
    private const int DigestShown = 12;

    /// <summary>"ghcr.io/home-assistant/home-assistant:2026.11.1" is "home-assistant:2026.11.1"; a digest is cut.</summary>
    public static string Short(string image)
    {
        var (name, digest) = image.Split('@') is [var head, var tail] ? (head, tail) : (image, "");
        var last = name[(name.LastIndexOf('/') + 1)..];
        if (digest.Length == 0 || last.Contains(':'))
            return last;
        var hash = digest[(digest.IndexOf(':') + 1)..];
        return $"{last}@{hash[..Math.Min(hash.Length, DigestShown)]}";
    }
}
