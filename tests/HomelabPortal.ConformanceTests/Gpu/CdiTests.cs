using HomelabPortal.ConformanceTests.Docker;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Lab;

namespace HomelabPortal.ConformanceTests.Gpu;

/// <summary>
/// Cards that the engine knows by name (CDI), which takes Docker 28. Debian's is older, so it is the simulated one,
/// or the daemon with a card that <c>HOMELAB_TEST_CDI_DOCKER</c> gives the address of; what the tests make there they remove.
/// </summary>
public sealed class CdiTests : DockerConformance
{
    private static readonly string? _given = Environment.GetEnvironmentVariable("HOMELAB_TEST_CDI_DOCKER") is { Length: > 0 } address ? address : null;
    private SimulatedDocker? _simulated;

    [Fact]
    public async Task Host_TellsItsDevices_AndIsAttachedByThem()
    {
        var facts = HostFacts.Of(await Client.InfoAsync(Limit), (await Client.PingAsync(Limit)).ApiVersion, null);
        Assert.Equal(GpuAttachmentMode.Cdi, facts.Attachment);
        Assert.All(facts.Devices, device => Assert.StartsWith("nvidia.com/gpu=", device, StringComparison.Ordinal));
        Assert.NotEmpty(facts.Devices);
    }

    [Fact]
    public async Task Container_WithEachOfTheNames_Starts_AndIsSeenToUseACard()
    {
        var names = AttachmentModes.DevicesOf(await Client.InfoAsync(Limit)).Select(name => name[(name.IndexOf('=') + 1)..]);
        foreach (var wish in names.Select(name => new GpuRequest { Ids = [name] }).Append(GpuRequest.All).Append(new GpuRequest { Count = 1 }))
        {
            var id = await RunAsync(Asking(GpuParts.Of(wish, GpuAttachmentMode.Cdi).Requests!));
            var details = await InspectAsync(id);
            Assert.True(details.State?.Running is true && GpuUse.Of(details, "runc"), $"{wish}: {details.State}");
        }
    }

    [Fact]
    public async Task Name_ThatIsNotThere_IsToldApart()
    {
        var id = await CreateAsync(Asking(GpuParts.Of(new GpuRequest { Ids = ["99"] }, GpuAttachmentMode.Cdi).Requests!));
        var fault = await FailsAsync(DockerErrorKind.CdiUnresolved, () => Client.StartAsync(id, Limit));
        Assert.Contains("nvidia.com/gpu=99", fault.DaemonMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_StartsByItsFixedSpecification()
    {
        if (await Client.InspectContainerAsync(GpuProbeSpec.Name, Limit) is null)
            RemoveAfterwards(GpuProbeSpec.Name);
        await GpuProbe.EnsureAsync(Client, RealDocker.Image, GpuAttachmentMode.Cdi, Limit);
        var probe = await InspectAsync(GpuProbeSpec.Name);
        Assert.True(probe.State?.Running is true && GpuProbeSpec.Fits(probe, RealDocker.Image, GpuAttachmentMode.Cdi));
    }

    private protected override async Task<DockerConnection> ConnectAsync()
    {
        if (_given is null)
            return (_simulated = await SimulatedDocker.StartWithGpuAsync(knowsDevices: true, Limit)).Connection;
        using var http = DockerHttp.Connect(new Uri(_given));
        await BusyboxImage.ImportAsync(http, RealDocker.Image, isSick: false, Limit);
        return DockerConnection.FromAddress(_given);
    }

    protected override async Task DisconnectAsync()
    {
        if (_simulated is not null)
        {
            await _simulated.DisposeAsync();
            return;
        }

        using var http = DockerHttp.Connect(new Uri(_given!));
        (await http.DeleteAsync($"images/{RealDocker.Image}?force=1")).Dispose();
    }

    private static ContainerSpec Asking(IReadOnlyList<DeviceRequest> requests) => new()
    {
        Image = RealDocker.Image, Cmd = ["sleep", "infinity"], HostConfig = new HostConfig { NetworkMode = "none", DeviceRequests = requests },
    };
}
