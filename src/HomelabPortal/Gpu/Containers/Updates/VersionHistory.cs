using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Updates.Keeping;

namespace HomelabPortal.Gpu.Containers.Updates;

/// <summary>Pure: the versions that a container can go back to.</summary>
internal static class VersionHistory
{
    public static IReadOnlyList<KeptVersion> Of(DesiredContainer container, DockerContainer? running, UpdateState state) =>
        KeptVersions.Of(container.Id, container.Image, state.ImagesOf(container.Host), running?.ImageId);
}
