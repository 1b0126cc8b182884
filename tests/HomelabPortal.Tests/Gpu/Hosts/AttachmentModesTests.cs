using HomelabPortal.Docker;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Lab;
using HomelabPortal.Tests.Docker;

namespace HomelabPortal.Tests.Gpu.Hosts;

public sealed class AttachmentModesTests
{
    [Theory]
    [InlineData("nvidia.com/gpu=0", "runc", "runc", "Cdi")]
    [InlineData("nvidia.com/gpu=0", "runc,nvidia", "nvidia", "Cdi")]
    [InlineData("amd.com/gpu=0", "runc", "runc", "None")]
    [InlineData(null, "runc,nvidia", "runc", "DeviceRequest")]
    [InlineData(null, "runc,nvidia", "nvidia", "Runtime")]
    [InlineData(null, "runc", "runc", "None")]
    [InlineData(null, null, null, "None")]
    public void Attachment_IsWhatTheEngineTells(string? device, string? runtimes, string? defaultRuntime, string expected)
    {
        var info = Info(device, runtimes, defaultRuntime);
        Assert.Equal(expected, AttachmentModes.Of(info, null).ToString());
        Assert.Equal(GpuAttachmentMode.Runtime, AttachmentModes.Of(info, GpuAttachmentMode.Runtime));
    }

    [SharedDataTheory]
    [InlineData("20.10")]
    [InlineData("28.5")]
    public async Task Attachment_OfARecordedHost_IsOneOfTheTable(string folder)
    {
        using var client = RecordedCalls.Play(Recording.Load(folder, "004-info.json"));
        var info = await client.InfoAsync(default);
        var facts = HostFacts.Of(info, "1.41", null);
        Assert.True(facts is { Processors: > 0, MemoryBytes: > 0 } && facts.Engine.StartsWith(folder[..2], StringComparison.Ordinal), $"{facts}");
        Assert.Equal(facts.Devices.Length > 0, facts.Attachment == GpuAttachmentMode.Cdi);
    }

    [Fact]
    public void Devices_AreThoseOfNvidiaWithoutTheOneForAll() =>
        Assert.Equal(["nvidia.com/gpu=0"], AttachmentModes.DevicesOf(new DockerInfo
        {
            DiscoveredDevices = [new("cdi", "nvidia.com/gpu=0"), new("cdi", "nvidia.com/gpu=all"), new("cdi", "amd.com/gpu=0"), new(null, null)],
        }));

    private static DockerInfo Info(string? device, string? runtimes, string? defaultRuntime) => new()
    {
        DiscoveredDevices = device is null ? null : [new DiscoveredDevice("cdi", device)],
        Runtimes = runtimes?.Split(',').ToDictionary(name => name, name => (DockerRuntime?)new DockerRuntime(name)),
        DefaultRuntime = defaultRuntime,
    };
}
