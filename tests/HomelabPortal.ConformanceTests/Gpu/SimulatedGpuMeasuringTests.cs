using HomelabPortal.ConformanceTests.Docker;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;
using HomelabPortal.Simulator.Docker;

namespace HomelabPortal.ConformanceTests.Gpu;

public sealed class SimulatedGpuMeasuringTests : GpuMeasuringConformance
{
    private const int DriverNotLoaded = 9;
    private const int StrangerId = 4211;
    private SimulatedDocker? _docker;

    private protected override bool HasDriver { set => _docker!.State.DriverFault = value ? null : DriverNotLoaded; }

    private protected override async Task<DockerConnection> ConnectAsync() => (_docker = await SimulatedDocker.StartWithGpuAsync(knowsDevices: false, Limit)).Connection;

    protected override async Task DisconnectAsync()
    {
        if (_docker is not null)
            await _docker.DisposeAsync();
    }

    private protected override async Task<string> RunModelAsync(int mebibytes, bool isRequested)
    {
        var id = await RunAsync(new ContainerSpec
        {
            Image = RealDocker.Image, Cmd = ["serve"],
            HostConfig = new HostConfig { DeviceRequests = isRequested ? [new DeviceRequest { Count = -1, Capabilities = [["gpu"]] }] : null },
        });
        if (isRequested)
            _docker!.State.Find(id)!.VideoMemoryMiB = mebibytes;
        else
            _docker!.State.Gpus[0].HostProcess = new GpuProcess(StrangerId, "model", mebibytes);
        return id;
    }

    private protected override Task LoseGpuAsync(string container)
    {
        _docker!.State.Find(container)!.HasLostGpu = true;
        return Task.CompletedTask;
    }
}
