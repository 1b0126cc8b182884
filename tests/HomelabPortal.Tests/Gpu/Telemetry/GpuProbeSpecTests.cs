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

    [Theory]
    [MemberData(nameof(Wider))]
    public void Probe_ThatMayDoMore_DoesNotFit(string what, object wider)
    {
        var spec = GpuProbeSpec.For("x", GpuAttachmentMode.Cdi);
        var made = spec with { HostConfig = ((Func<HostConfig, HostConfig>)wider)(spec.HostConfig!) };
        Assert.False(GpuProbeSpec.Fits(Made(made), "x", GpuAttachmentMode.Cdi), what);
    }

    public static TheoryData<string, object> Wider() => new()
    {
        { "privileged", Host(host => host with { Privileged = true }) },
        { "a right of the kernel", Host(host => host with { CapAdd = ["SYS_ADMIN"] }) },
        { "rights that are not dropped", Host(host => host with { CapDrop = null }) },
        { "new privileges", Host(host => host with { SecurityOpt = null }) },
        { "another profile", Host(host => host with { SecurityOpt = ["no-new-privileges", "seccomp=unconfined"] }) },
        { "a network", Host(host => host with { NetworkMode = "bridge" }) },
        { "a root that can be written", Host(host => host with { ReadonlyRootfs = null }) },
        { "a folder of the host", Host(host => host with { Binds = ["/:/host"] }) },
        { "a mount", Host(host => host with { Mounts = [new MountSpec { Type = "bind", Source = "/", Target = "/host" }] }) },
        { "a device", Host(host => host with { Devices = [new DeviceMapping { PathOnHost = "/dev/sda" }] }) },
        { "processes of its own", Host(host => host with { PidMode = null }) },
    };

    private static object Host(Func<HostConfig, HostConfig> wider) => wider;

    [Fact]
    public void Probe_OfAnotherAttachment_DoesNotFit() =>
        Assert.False(GpuProbeSpec.Fits(Made(GpuProbeSpec.For("x", GpuAttachmentMode.Cdi)), "x", GpuAttachmentMode.Runtime));

    [Fact]
    public void Container_WithoutTheLabel_IsNotOurs() => Assert.False(GpuProbeSpec.IsOurs(new ContainerDetails { Id = "a", Config = new ContainerConfig() }));

    private static ContainerDetails Made(ContainerSpec spec) => new() { Id = "a", Config = spec, HostConfig = spec.HostConfig };
}
