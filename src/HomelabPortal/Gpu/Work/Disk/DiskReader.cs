using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>Has a host measure its disk when somebody wants to know. The engine walks through all volumes for it.</summary>
internal sealed class DiskReader(IReadOnlyList<DockerHost> hosts, DesiredStore desired)
{
    public async Task<Reading<HostDisk>> ReadAsync(string host, CancellationToken cancellationToken)
    {
        if (hosts.FirstOrDefault(one => one.Name == host) is not { } machine)
            return Reading<HostDisk>.Failed(ReadingState.NotFound, $"There is no Docker host {host} in the settings.");
        try
        {
            return Reading<HostDisk>.Of(HostDisks.Of(host, await machine.Client.DiskUsageAsync(cancellationToken), desired.Current, machine.GpuProbeImage));
        }
        catch (DockerApiException fault)
        {
            return Reading<HostDisk>.Failed(ReadingState.Unreachable, fault.Message);
        }
    }
}
