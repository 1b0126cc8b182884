using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Telemetry;

namespace HomelabPortal.Gpu.Pages;

/// <summary>The containers of a machine, those that use its GPU first.</summary>
internal static class ContainerRows
{
    public static IReadOnlyList<ContainerRow> Of(DockerHostState? docker, GpuHostState gpus, UpdateState updates, IReadOnlyDictionary<string, DoorLine> doors)
    {
        if (docker is null)
            return [];
        var held = gpus.Holders.Where(holder => holder.Container is not null).GroupBy(holder => holder.Container!).ToDictionary(group => group.Key, group => group.Sum(holder => holder.MemoryMiB));
        return
        [
            .. docker.Containers
                .Select(container => new ContainerRow(container, gpus.Users.Contains(container.Name), held.GetValueOrDefault(container.Name), doors.GetValueOrDefault(container.Name), HasNewer(container)))
                .OrderByDescending(row => row.UsesGpu).ThenByDescending(row => row.MemoryMiB ?? 0).ThenBy(row => row.Container.Name, StringComparer.Ordinal),
        ];

        bool HasNewer(DockerContainer container) => VersionStandings.OfForeign(gpus.Host, container, updates).Kind == StandingKind.NewVersion;
    }
}
