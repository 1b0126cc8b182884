using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Containers.Updates.Keeping;

/// <summary>
/// Names the images of versions that served, so that clearing away unused ones leaves them, and lets go of the oldest.
/// It never keeps a change from being made: a host whose proxy forbids naming images has no way back, which the page shows.
/// </summary>
internal sealed class VersionKeeper(DockerClient client, string containerId, TimeProvider time)
{
    /// <summary>Before the one that serves is put aside for another image.</summary>
    public async Task KeepAsync(ContainerDetails serving, string wantedImage, CancellationToken cancellationToken)
    {
        if (serving is not { Image: { } image, Created: { } since } || (await client.InspectImageAsync(wantedImage, cancellationToken))?.Id == image)
            return;
        // One that was built on the host has no digest by which it could be wanted again.
        if (await client.InspectImageAsync(image, cancellationToken) is not { RepoDigests.Count: > 0 })
            return;
        var name = new KeptName(containerId, since, time.GetUtcNow());
        await TolerateAsync(() => client.TagImageAsync(image, name.Repository, name.Tag, cancellationToken));
    }

    /// <summary>After a version proved itself: the names that are too many go, and with its last name an image.</summary>
    public async Task TrimAsync(string? servingImage, CancellationToken cancellationToken)
    {
        var images = await client.ListImagesAsync(cancellationToken);
        foreach (var (name, image) in KeptVersions.TooMany(containerId, images, servingImage))
            await LetGoAsync(name, image, servingImage, cancellationToken);
    }

    /// <summary>The container is not wanted any more: only the names go, the images are the host's to clear away.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        foreach (var image in await client.ListImagesAsync(cancellationToken))
        {
            foreach (var name in (image.RepoTags ?? []).Where(tag => KeptName.Parse(tag)?.Container == containerId))
                await TolerateAsync(() => client.RemoveImageAsync(name, force: false, cancellationToken));
        }
    }

    private async Task LetGoAsync(string name, ImageSummary image, string? servingImage, CancellationToken cancellationToken)
    {
        await TolerateAsync(() => client.RemoveImageAsync(name, force: false, cancellationToken));
        // Nobody else has a name for it: what is left are digests, and gigabytes. Docker refuses where a container has it.
        if (image.Id == servingImage || await client.InspectImageAsync(image.Id, cancellationToken) is not { RepoTags: null or { Count: 0 } } nameless)
            return;
        foreach (var digest in nameless.RepoDigests ?? [])
            await TolerateAsync(() => client.RemoveImageAsync(digest, force: false, cancellationToken));
    }

    private static async Task TolerateAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (DockerApiException fault) when (fault.Kind is DockerErrorKind.AccessDenied or DockerErrorKind.WrongState or DockerErrorKind.NotFound)
        {
            // Not allowed, in use, or gone: the container is what matters.
        }
    }
}
