using HomelabPortal.Desired;

namespace HomelabPortal.Gpu.Containers.Updates.Api;

/// <summary>The images of all containers of all Docker hosts.</summary>
internal sealed record ImageVersionList(IReadOnlyList<ImageVersionResource> Items)
{
    public static ImageVersionList Of(DesiredState desired, DockerState docker, UpdateState state) => new(
    [
        .. from host in docker.Hosts
           from container in host.Containers
           let own = desired.Containers.FirstOrDefault(candidate => candidate.Host == host.Name && candidate.Name == container.Name)
           let standing = own is null ? VersionStandings.OfForeign(host.Name, container, state) : VersionStandings.Of(own, container, state)
           select new ImageVersionResource(host.Name, container.Name, own?.Image ?? container.Image, own is not null, standing.Kind, standing.Finding?.At),
    ]);
}
