using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;

namespace HomelabPortal.ConformanceTests.Docker;

[NeedsRealDocker]
[Collection(RealDockerCollection.Name)]
public sealed class RealDockerCommandTests(RealDocker docker) : DockerCommandConformance
{
    private protected override Task<DockerConnection> ConnectAsync() => Task.FromResult(DockerConnection.FromAddress(docker.Address.AbsoluteUri));
}
