using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Gpu;

[NeedsRealDocker]
[Collection(RealGpuDockerCollection.Name)]
public sealed class RealGpuTests(RealGpuDocker docker) : GpuConformance
{
    private protected override bool HasDriver { set => docker.HasDriver = value; }

    private protected override Task<DockerConnection> ConnectAsync() => Task.FromResult(DockerConnection.FromAddress(docker.Address.AbsoluteUri));
}
