using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.Gpu.Telemetry;

public sealed class GpuProbeSpecTests
{
    [Theory]
    [InlineData(GpuAttachmentMode.Cdi, "cdi", null)]
    [InlineData(GpuAttachmentMode.DeviceRequest, "nvidia", null)]
    [InlineData(GpuAttachmentMode.Runtime, null, "nvidia")]
    public void Probe_SeesTheHostsProcesses_AndMayDoNothingElse(object mode, string? driver, string? runtime)
    {
        var spec = GpuProbeSpec.For("debian:stable-slim", (GpuAttachmentMode)mode);
        var host = spec.HostConfig!;
        Assert.Equal((driver, runtime), (host.DeviceRequests?.Single().Driver, host.Runtime));
        Assert.True(host is { PidMode: "host", NetworkMode: "none", ReadonlyRootfs: true, Privileged: null, CapAdd: null, Binds: null, Mounts: null, Memory: > 0 });
        Assert.Equal(["ALL"], host.CapDrop!);
        Assert.Equal(["no-new-privileges"], host.SecurityOpt!);
        Assert.True(GpuProbeSpec.Fits(Made(spec), "debian:stable-slim", (GpuAttachmentMode)mode));
        Assert.False(GpuProbeSpec.Fits(Made(spec), "debian:13-slim", (GpuAttachmentMode)mode));
    }

    [Fact]
    public void Probe_OfAnotherAttachment_DoesNotFit() =>
        Assert.False(GpuProbeSpec.Fits(Made(GpuProbeSpec.For("x", GpuAttachmentMode.Cdi)), "x", GpuAttachmentMode.Runtime));

    [Fact]
    public void Container_WithoutTheLabel_IsNotOurs() => Assert.False(GpuProbeSpec.IsOurs(new ContainerDetails { Id = "a", Config = new ContainerConfig() }));

    private static ContainerDetails Made(ContainerSpec spec) => new() { Id = "a", Config = spec, HostConfig = spec.HostConfig };
}
