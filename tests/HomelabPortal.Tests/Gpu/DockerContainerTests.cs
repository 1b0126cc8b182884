using HomelabPortal.Docker;
using HomelabPortal.Gpu;

namespace HomelabPortal.Tests.Gpu;

public sealed class DockerContainerTests
{
    [Theory]
    [InlineData("host", true)]
    [InlineData("bridge", false)]
    [InlineData("container:0123456789ab", false)]
    [InlineData(null, false)]
    public void Container_ByItsNetworkMode_SharesTheNetworkOfItsHost(string? mode, bool shares) =>
        Assert.Equal(shares, DockerContainer.From(new ContainerSummary { Id = "c1", Names = ["/web"], HostConfig = new ContainerSummaryHost { NetworkMode = mode } }).SharesNetwork);
}
