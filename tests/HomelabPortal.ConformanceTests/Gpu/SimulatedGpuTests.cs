using HomelabPortal.ConformanceTests.Docker;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Gpu;

public sealed class SimulatedGpuTests : GpuConformance
{
    private const int DriverNotLoaded = 9;
    private SimulatedDocker? _docker;

    private protected override bool HasDriver { set => _docker!.State.DriverFault = value ? null : DriverNotLoaded; }

    private protected override async Task<DockerConnection> ConnectAsync() => (_docker = await SimulatedDocker.StartWithGpuAsync(knowsDevices: false, Limit)).Connection;

    protected override async Task DisconnectAsync()
    {
        if (_docker is not null)
            await _docker.DisposeAsync();
    }
}
