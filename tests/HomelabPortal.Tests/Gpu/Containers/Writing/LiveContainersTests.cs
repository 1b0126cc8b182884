using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Writing;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

public sealed class LiveContainersTests
{
    [Fact]
    public void Container_ThatWasGivenAGpu_SaysSo() => Assert.True(UsesGpu(new HostConfig { DeviceRequests = [new DeviceRequest { Driver = "nvidia", Count = -1, Capabilities = [["gpu"]] }] }));

    [Fact]
    public void Container_WithoutAGpu_SaysSo() => Assert.False(UsesGpu(new HostConfig()));

    private static bool UsesGpu(HostConfig host) => LiveContainers.Of(new ContainerDetails { Id = "1", HostConfig = host }, "inst0001").UsesGpu;
}
