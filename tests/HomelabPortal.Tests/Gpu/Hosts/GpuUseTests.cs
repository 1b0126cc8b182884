using HomelabPortal.Docker;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Tests.Docker;

namespace HomelabPortal.Tests.Gpu.Hosts;

public sealed class GpuUseTests
{
    [SharedDataTheory]
    [InlineData("003-gpu-inspect-all.json", true)]
    [InlineData("006-gpu-inspect-device0.json", true)]
    [InlineData("009-gpu-inspect-runtime.json", true)]
    [InlineData("012-gpu-inspect-cdi.json", true)]
    [InlineData("021-gpu-inspect-baddriver.json", false)]
    public async Task Container_OfARecordedHost_UsesAGpuOrNot(string file, bool expected)
    {
        using var client = RecordedCalls.Play(Recording.Load("gpu-28.5", file));
        Assert.Equal(expected, GpuUse.Of((await client.InspectContainerAsync("x", default))!, "runc"));
    }

    [Theory]
    [InlineData("all", "nvidia", "runc", true)]
    [InlineData("all", null, "nvidia", true)]
    [InlineData("void", "nvidia", "runc", false)]
    [InlineData("none", null, "nvidia", false)]
    [InlineData("", "nvidia", "runc", false)]
    [InlineData("all", null, "runc", false)]
    public void Runtime_CountsWithTheVariableThatTheLastOneSets(string visible, string? runtime, string defaultRuntime, bool expected) =>
        Assert.Equal(expected, GpuUse.Of(
            new ContainerDetails
            {
                Id = "a",
                Config = new ContainerConfig { Env = ["NVIDIA_VISIBLE_DEVICES=0", $"NVIDIA_VISIBLE_DEVICES={visible}"] },
                HostConfig = new HostConfig { Runtime = runtime },
            },
            defaultRuntime));

    [Fact]
    public void Device_OfNvidia_Counts_AndARenderNodeDoesNot()
    {
        Assert.True(GpuUse.Of(With(new HostConfig { Devices = [new DeviceMapping { PathOnHost = "/dev/nvidia0" }] }), null));
        Assert.False(GpuUse.Of(With(new HostConfig { Devices = [new DeviceMapping { PathOnHost = "/dev/dri/renderD128" }] }), null));
        Assert.False(GpuUse.Of(With(new HostConfig { DeviceRequests = [new DeviceRequest { Driver = "nvidia", Capabilities = [["tpu"]] }] }), null));
        Assert.False(GpuUse.Of(With(null), null));
    }

    private static ContainerDetails With(HostConfig? host) => new() { Id = "a", HostConfig = host };
}
