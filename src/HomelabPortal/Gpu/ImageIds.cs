namespace HomelabPortal.Gpu;

/// <summary>Pure: tells ids of images from their names. Docker's list shows an id in place of a name that means another image by now, or none.</summary>
internal static class ImageIds
{
    private const string Prefix = "sha256:";
    private const int Shortest = 4;

    /// <param name="imageId">The whole id of the container's image; people may have written its beginning alone.</param>
    public static bool Is(string? image, string? imageId) =>
        string.IsNullOrEmpty(image) || image.StartsWith(Prefix, StringComparison.Ordinal)
        || (image.Length >= Shortest && imageId?.StartsWith(Prefix + image, StringComparison.Ordinal) == true);
}
