using HomelabPortal.ConformanceTests.Docker;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Gpu;

public sealed class SimulatedContainerTargetTests : ContainerTargetConformance
{
    private SimulatedDocker? _docker;

    private protected override async Task<DockerConnection> StartAsync()
    {
        _docker = await SimulatedDocker.StartWithGpuAsync(knowsDevices: false, Limit);
        _docker.State.Registry.PerGigabyte = TimeSpan.Zero;
        _docker.State.Registry.Publish(SickImage, isSick: true);
        _docker.State.Registry.Publish(VolumeImage, volumes: "/data");
        using var client = new DockerClient(_docker.Connection, TimeProvider.System);
        foreach (var image in new[] { SickImage, VolumeImage })
        {
            await foreach (var _ in client.PullAsync(image, null, Limit))
            {
                // It is there at the end.
            }
        }

        return _docker.Connection;
    }

    private protected override async Task StopAsync()
    {
        if (_docker is not null)
            await _docker.DisposeAsync();
    }

    /// <summary>What is in a simulated volume is not kept; that it is still the container's own is.</summary>
    private protected override async Task AssertWrittenAsync(string name, int times)
    {
        Assert.Equal(name, (await Client.InspectVolumeAsync(name, Limit))?.Name);
        Assert.Contains((await InspectAsync(name)).Mounts!, mount => (mount.Name, mount.Destination) == (name, "/data"));
    }
}
