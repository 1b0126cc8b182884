using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Updates.Keeping;

namespace HomelabPortal.Gpu.Containers.Updates;

/// <summary>Pure: what another version of a container's image means for who uses it, before it is wanted.</summary>
internal static class UpdatePreview
{
    /// <param name="wanted">With the other version; null while nothing is asked.</param>
    public static string Words(DesiredContainer container, DesiredContainer? wanted, UpdateState state)
    {
        if (wanted is null)
            return "";
        var reference = ImageReference.Parse(wanted.Image, wanted.Digest);
        var there = state.ImagesOf(container.Host).FirstOrDefault(image => ImageDigests.In(reference.Repository, image.RepoDigests) is { } digest && digest == reference.Digest);
        string[] parts =
        [
            there is not null ? "Its image is on the host, so nothing is pulled." : Pulling(container, reference, state),
            container.IsStopped ? "It is stopped, and stays so." : container.Gpu is not null ? $"In between it does not run, and what it holds of the GPU of {container.Host} is free." : "In between it does not run for some seconds.",
            "Its volumes stay. The present version serves again when this one does not prove itself.",
        ];
        return string.Join(' ', parts);
    }

    /// <summary>Docker does not tell the size of what it has not pulled; the present one is the best guess.</summary>
    private static string Pulling(DesiredContainer container, ImageReference reference, UpdateState state)
    {
        var present = state.ImagesOf(container.Host).Where(image => ImageDigests.In(reference.Repository, image.RepoDigests) is not null).Select(image => image.Size).DefaultIfEmpty(0).Max();
        return present > 0
            ? $"The new image is pulled first while the present version serves; its size is not told, the present one takes {RunWords.Bytes(present)}."
            : "The image is pulled first while the present version serves; its size is not told.";
    }
}
