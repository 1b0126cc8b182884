using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Gpu;

[NeedsRealDocker]
[Collection(RealGpuDockerCollection.Name)]
public sealed class RealGpuMeasuringTests(RealGpuDocker docker) : GpuMeasuringConformance
{
    private protected override bool HasDriver { set => docker.HasDriver = value; }

    private protected override Task<DockerConnection> ConnectAsync() => Task.FromResult(DockerConnection.FromAddress(docker.Address.AbsoluteUri));

    /// <summary>See Servers/FakeGpu/nvidia-smi for why it sleeps.</summary>
    private protected override Task<string> RunModelAsync(int mebibytes, bool isRequested) => RunAsync(new ContainerSpec
    {
        Image = RealDocker.Image,
        Cmd = ["sleep", $"{mebibytes}d"],
        HostConfig = new HostConfig { NetworkMode = "none", DeviceRequests = isRequested ? [new DeviceRequest { Count = -1, Capabilities = [["gpu"]] }] : null },
    });

    /// <summary>The devices are the one folder that the probe may write to.</summary>
    private protected override async Task LoseGpuAsync(string container) =>
        Assert.Equal(0, (await Client.ExecAsync(container, new ExecSpec { Command = ["touch", "/dev/gpu-lost"] }, Limit)).ExitCode);
}
