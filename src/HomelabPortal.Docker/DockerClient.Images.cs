using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomelabPortal.Docker;

public sealed partial class DockerClient
{
    /// <summary>Images of the host, without the layers between (GET /images/json).</summary>
    public Task<IReadOnlyList<ImageSummary>> ListImagesAsync(CancellationToken cancellationToken) =>
        _transport.ReadAsync(new DockerCall(HttpMethod.Get, "images/json", "list the images"), DockerJson.Wire.IReadOnlyListImageSummary, cancellationToken);

    /// <summary>One image by name or ID; null when the host has none (GET /images/{name}/json).</summary>
    public Task<ImageDetails?> InspectImageAsync(string image, CancellationToken cancellationToken) =>
        FindAsync(new DockerCall(HttpMethod.Get, $"{Image(image)}/json", $"show the image {image}"), DockerJson.Wire.ImageDetails, cancellationToken);

    /// <summary>
    /// What a registry has under a name now, without pulling it (GET /distribution/{name}/json).
    /// Throws <see cref="DockerErrorKind.RegistryNotFound"/>, <see cref="DockerErrorKind.RegistryAuth"/>,
    /// <see cref="DockerErrorKind.RegistryLimit"/> or <see cref="DockerErrorKind.RegistryUnreachable"/>.
    /// </summary>
    public Task<RemoteImage> InspectRemoteAsync(string image, RegistryCredentials? credentials, CancellationToken cancellationToken)
    {
        var call = new DockerCall(HttpMethod.Get, $"distribution/{Name(image)}/json", $"look up the image {image} in its registry")
        {
            Operation = DockerOperation.Registry,
            Registry = credentials,
        };
        return _transport.ReadAsync(call, DockerJson.Wire.RemoteImage, cancellationToken);
    }

    /// <summary>
    /// Pulls an image and tells what happens; <see cref="PullTally"/> adds it up. A name without tag or digest means <c>latest</c>.
    /// Throws the kinds of <see cref="InspectRemoteAsync"/> and <see cref="DockerErrorKind.DiskFull"/>, also in the middle.
    /// Ending without an error is success; the image's digest is then in <see cref="InspectImageAsync"/>.
    /// Cancelling stops the pull; layers that are complete stay for the next one.
    /// </summary>
    public async IAsyncEnumerable<PullProgress> PullAsync(
        string image, RegistryCredentials? credentials, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (repository, tag) = Split(image);
        var call = new DockerCall(
            HttpMethod.Post, $"images/create?fromImage={Uri.EscapeDataString(repository)}&tag={Uri.EscapeDataString(tag)}", $"pull the image {image}")
        {
            Operation = DockerOperation.Registry,
            Registry = credentials,
            // The daemon answers after it has talked to the registry.
            Timeout = TimeSpan.FromMinutes(2),
        };
        await foreach (var report in ReadObjectsAsync(call, DockerJson.Wire.PullReport, "pull stream", cancellationToken).ConfigureAwait(false))
        {
            if (report.ErrorDetail is not null || report.Error is not null)
                throw _transport.InStream(call, report.ErrorDetail?.Code, report.ErrorDetail?.Message ?? report.Error);
            yield return report.ToProgress();
        }
    }

    /// <summary>Gives an image a further name (POST /images/{name}/tag).</summary>
    public Task TagImageAsync(string image, string repository, string tag, CancellationToken cancellationToken) =>
        _transport.DoAsync(
            new DockerCall(
                HttpMethod.Post, $"{Image(image)}/tag?repo={Uri.EscapeDataString(repository)}&tag={Uri.EscapeDataString(tag)}", $"tag the image {image} as {repository}:{tag}"),
            cancellationToken);

    /// <summary>
    /// Takes a name off an image, and removes the image with its last name. Empty when there was none.
    /// Throws <see cref="DockerErrorKind.WrongState"/> when a container uses it.
    /// </summary>
    public async Task<IReadOnlyList<ImageRemoval>> RemoveImageAsync(string image, bool force, CancellationToken cancellationToken) =>
        await FindAsync(
            new DockerCall(HttpMethod.Delete, $"{Image(image)}?force={(force ? "true" : "false")}", $"remove the image {image}") { Timeout = TimeSpan.FromMinutes(2) },
            DockerJson.Wire.IReadOnlyListImageRemoval, cancellationToken).ConfigureAwait(false) ?? [];

    /// <summary>Removes images that no container uses: those without a name, or all of them.</summary>
    public Task<ImagePrune> PruneImagesAsync(bool onlyNameless, CancellationToken cancellationToken) =>
        _transport.ReadAsync(
            new DockerCall(HttpMethod.Post, $"images/prune?{Filters(("dangling", [onlyNameless ? "true" : "false"])).TrimStart('&')}", "remove unused images")
            {
                Timeout = TimeSpan.FromMinutes(10),
            },
            DockerJson.Wire.ImagePrune, cancellationToken);

    /// <summary>Whether a registry takes these credentials (POST /auth).</summary>
    public async Task CheckCredentialsAsync(RegistryCredentials credentials, CancellationToken cancellationToken)
    {
        var call = new DockerCall(HttpMethod.Post, "auth", $"sign in as {credentials}")
        {
            Operation = DockerOperation.Registry,
            Body = credentials.ToJson(),
        };
        await _transport.DoAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private static string Image(string image) => $"images/{Name(image)}";

    // A name has slashes, which stay, and nothing that would lead elsewhere in the API.
    private static string Name(string image)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(image);
        var parts = image.Split('/');
        if (parts.Any(part => part is "" or "." or ".."))
            throw new ArgumentException($"\"{image}\" is not the name of an image.", nameof(image));
        return string.Join('/', parts.Select(Uri.EscapeDataString));
    }

    // Without a tag the daemon would pull every tag there is.
    private static (string Repository, string Tag) Split(string image)
    {
        Name(image);
        if (image.IndexOf('@') is >= 0 and var at)
            return (WithoutTag(image[..at]).Repository, image[(at + 1)..]);
        return WithoutTag(image) is var (repository, tag) && tag is null ? (repository, "latest") : (repository, tag!);
    }

    private static (string Repository, string? Tag) WithoutTag(string name)
    {
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? (name[..colon], name[(colon + 1)..]) : (name, null);
    }
}
