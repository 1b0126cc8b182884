using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Gpu;

[NeedsRealDocker]
[Collection(RealGpuDockerCollection.Name)]
public sealed class RealContainerTargetTests(RealGpuDocker docker) : ContainerTargetConformance
{
    private protected override async Task<DockerConnection> StartAsync()
    {
        using var http = DockerHttp.Connect(docker.Address);
        await BusyboxImage.ImportAsync(http, SickImage, isSick: true, Limit);
        await BusyboxImage.ImportAsync(http, VolumeImage, isSick: false, Limit, "/data");
        return DockerConnection.FromAddress(docker.Address.AbsoluteUri);
    }

    private protected override async Task AssertWrittenAsync(string name, int times)
    {
        var read = await Client.ExecAsync(name, new ExecSpec { Command = ["cat", "/data/lines"] }, Limit);
        Assert.Equal(string.Concat(Enumerable.Repeat("written\n", times)), read.Output);
    }
}
