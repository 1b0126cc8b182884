using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Gpu.Servers;

namespace HomelabPortal.Gpu;

/// <summary>
/// By which names the containers of one host were made.
/// A container keeps the name of its image as long as it lives, but the list shows an id as soon as the name means another image, as after a pull.
/// <code>
/// shown by name                          that name
/// shown by an id, its name is known      the name as before
/// shown by an id, made from a name       that name, asked for once
/// shown by an id, made from an id        a name of that image, of a known server first
/// the same, and the image has no name    the id
/// it cannot be asked                     the id, and asked again with the next list
/// </code>
/// </summary>
internal sealed class ContainerImages(DockerClient client)
{
    private ImmutableDictionary<string, string> _known = ImmutableDictionary<string, string>.Empty;

    public async Task<ImmutableArray<DockerContainer>> ReadAsync(IEnumerable<ContainerSummary> containers, CancellationToken cancellationToken)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var read = ImmutableArray.CreateBuilder<DockerContainer>();
        foreach (var summary in containers)
        {
            var container = DockerContainer.From(summary);
            var name = ImageIds.Is(summary.Image, summary.ImageId) ? _known.GetValueOrDefault(summary.Id) ?? await AskAsync(summary, cancellationToken) : summary.Image;
            if (name is not null)
                names[summary.Id] = name;
            read.Add(name is null ? container with { IsImageUnseen = true } : container with { Image = name });
        }

        _known = names.ToImmutable();
        return read.ToImmutable();
    }

    /// <returns>Null when nobody could tell.</returns>
    private async Task<string?> AskAsync(ContainerSummary summary, CancellationToken cancellationToken)
    {
        try
        {
            if (await client.InspectContainerAsync(summary.Id, cancellationToken) is not { } details)
                return null;
            var (made, id) = (details.Config?.Image, details.Image ?? summary.ImageId);
            return ImageIds.Is(made, id) && id is not null ? NameOf(await client.InspectImageAsync(id, cancellationToken)) ?? id : made;
        }
        catch (DockerApiException)
        {
            // One that cannot be described hides no other; that it is unknown is said of it.
            return null;
        }
    }

    private static string? NameOf(ImageDetails? image)
    {
        var names = (image?.RepoTags ?? []).Concat(image?.RepoDigests ?? []).Where(name => KeptName.Parse(name) is null).ToList();
        return names.Find(name => KnownServers.Find(name) is not null) ?? names.FirstOrDefault();
    }
}
