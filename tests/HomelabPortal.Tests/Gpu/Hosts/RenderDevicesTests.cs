using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Hosts;

namespace HomelabPortal.Tests.Gpu.Hosts;

public sealed class RenderDevicesTests
{
    [Fact]
    public void Offered_OfAHostWithManyKinds_AreThoseOfAmdAndIntelOnce()
    {
        var info = new DockerInfo { DiscoveredDevices = [.. new[] { "nvidia.com/gpu=0", "amd.com/gpu=0", "amd.com/gpu=all", "intel.com/gpu=card1", "vendor.com/disk=1" }.Select(id => new DiscoveredDevice("cdi", id))] };

        Assert.Equal(["amd.com/gpu=0", "intel.com/gpu=card1"], RenderDevices.Offered(info));
    }

    [Theory]
    [InlineData("/dev/dri/renderD128", true)]
    [InlineData("/dev/dri/", true)]
    [InlineData("/dev/kfd", true)]
    [InlineData("/dev/dri/card0", false)]
    [InlineData("/dev/nvidia0", false)]
    [InlineData("/dev/ttyUSB0", false)]
    public void Device_GivenToAContainer_CountsWhenItRenders(string path, bool counts) =>
        Assert.Equal(counts, RenderDevices.GivenTo(new ContainerDetails { Id = "1", HostConfig = new HostConfig { Devices = [new DeviceMapping { PathOnHost = path }] } }).Length == 1);

    [Fact]
    public void Devices_OfferedAndGiven_AreOneListWithTheirUsers()
    {
        var devices = RenderDevices.Of(["amd.com/gpu=0"], new Dictionary<string, ImmutableArray<string>>
        {
            ["jellyfin"] = ["/dev/dri/renderD128"], ["immich"] = ["/dev/dri/renderD128", "/dev/kfd"], ["plain"] = [],
        });

        Assert.Equal(["/dev/dri/renderD128", "/dev/kfd", "amd.com/gpu=0"], devices.Select(device => device.Name));
        Assert.Equal("immich, jellyfin", string.Join(", ", devices[0].Users));
        Assert.Equal("unknown AMD AMD", string.Join(' ', devices.Select(device => device.Vendor ?? "unknown")));
    }
}
