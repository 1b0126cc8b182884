using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Work.Inspecting;

/// <summary>Asks a host about one container when somebody wants to know. The portal's own helpers there are nobody's business.</summary>
internal sealed class ContainerReader(IReadOnlyList<DockerHost> hosts, DesiredStore desired, KnownSecrets known)
{
    public async Task<Reading<SeenContainer>> ReadAsync(string host, string name, CancellationToken cancellationToken)
    {
        if (hosts.FirstOrDefault(one => one.Name == host) is not { } machine)
            return Reading<SeenContainer>.Failed(ReadingState.NotFound, $"There is no Docker host {host} in the settings.");
        try
        {
            return await machine.Client.DescribeContainerAsync(name, cancellationToken) is { } found && !GpuProbeSpec.IsOurs(found.Details)
                ? Reading<SeenContainer>.Of(await OfAsync(host, found, cancellationToken))
                : Reading<SeenContainer>.Failed(ReadingState.NotFound, $"{host} has no container {name} now.");
        }
        catch (DockerApiException fault)
        {
            return Reading<SeenContainer>.Failed(ReadingState.Unreachable, fault.Message);
        }
        catch (ArgumentException)
        {
            return Reading<SeenContainer>.Failed(ReadingState.NotFound, $"“{name}” is not the name of a container.");
        }
    }

    private async Task<SeenContainer> OfAsync(string host, ContainerDocument found, CancellationToken cancellationToken) =>
        SeenContainers.Of(host, found, (await known.OfAsync(found.Json, cancellationToken)).Document, desired.Current);
}
