using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>Reads what planning needs from the Docker hosts; what is not ours is not looked at closely.</summary>
internal static class ContainerLook
{
    public static async Task<LiveHost> ReadAsync(DockerHost host, DesiredState desired, ImagePulls pulls, CancellationToken cancellationToken)
    {
        try
        {
            var containers = ImmutableArray.CreateBuilder<LiveContainer>();
            foreach (var summary in await host.Client.ListContainersAsync(null, cancellationToken))
            {
                if (LiveContainers.Of(summary, desired.Instance) is var seen && seen.Instance != desired.Instance)
                    containers.Add(seen);
                else if (await host.Client.InspectContainerAsync(summary.Id, cancellationToken) is { } details)
                    containers.Add(LiveContainers.Of(details, desired.Instance));
            }

            return new LiveHost(host.Name, null, containers.ToImmutable(), await ImagesAsync(host, desired, cancellationToken), pulls.Of(host.Name));
        }
        catch (DockerApiException fault)
        {
            return LiveHost.Unseen(host.Name, fault.Message);
        }
    }

    private static async Task<ImmutableHashSet<string>> ImagesAsync(DockerHost host, DesiredState desired, CancellationToken cancellationToken)
    {
        var there = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var wanted = desired.Containers.Where(container => container.Host == host.Name && ImageReference.TryParse(container.Image, out _)).ToList();
        foreach (var image in wanted.Select(container => ImageReference.Parse(container.Image, container.Digest).Wanted).Distinct(StringComparer.Ordinal))
        {
            if (await host.Client.InspectImageAsync(image, cancellationToken) is not null)
                there.Add(image);
        }

        if (wanted.Count > 0)
            there.UnionWith(Former(wanted, await host.Client.ListImagesAsync(cancellationToken)));
        return there.ToImmutable();
    }

    /// <summary>What each may be taken back to: it is asked for before it is wanted, by whoever looks at the plan.</summary>
    private static IEnumerable<string> Former(IEnumerable<DesiredContainer> wanted, IReadOnlyList<ImageSummary> images) =>
        from container in wanted
        from image in images
        where (image.RepoTags ?? []).Any(name => KeptName.Parse(name)?.Container == container.Id)
        let digest = ImageDigests.In(ImageReference.Parse(container.Image, null).Repository, image.RepoDigests)
        where digest is not null
        select ImageReference.Parse(container.Image, digest).Wanted;
}
