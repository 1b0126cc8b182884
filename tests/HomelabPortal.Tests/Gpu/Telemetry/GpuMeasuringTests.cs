using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Exporting;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Lab;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Gpu.Telemetry;

/// <summary>The reference lab's machine with one RTX 3090, measured over its API.</summary>
public sealed class GpuMeasuringTests : IAsyncLifetime
{
    private readonly GpuExporter _exporter = new(new HttpClient(new ScriptedHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("nvidia_smi_gpu_info{uuid=\"1\",name=\"Card\"} 1\n") })));
    private readonly ManualTimeProvider _clock = new();
    private SimulatedLab? _lab;
    private DockerClient? _client;

    private SimulatedLab Lab => _lab!;

    private DockerClient Client => _client!;

    public async Task InitializeAsync()
    {
        _lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false }, CancellationToken.None);
        _lab.DockerStates[0].Registry.PerGigabyte = TimeSpan.Zero;
        _client = new DockerClient(DockerConnection.FromAddress(_lab.DockerHosts[0].Address.AbsoluteUri), TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Lab.DisposeAsync();
    }

    [Fact]
    public async Task Probe_IsMadeOnce_AndTellsCardsAndHolders()
    {
        var measuring = Measuring("debian:stable-slim");
        var state = await measuring.MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Assert.Null(state.Fault);
        Assert.Equal((GpuSource.Probe, GpuAttachmentMode.Cdi, true), (state.Source, state.Facts!.Attachment, state.SeesProcesses));
        var card = Assert.Single(state.Cards);
        Assert.Equal(("NVIDIA GeForce RTX 3090", 24576d), (card.Name, card.MemoryTotalMiB));
        Assert.Equal(card.MemoryUsedMiB!.Value, state.Holders.Sum(holder => holder.MemoryMiB ?? 0), 8d);
        Assert.Contains(state.Holders, holder => holder.Container == "ollama" && holder.MemoryMiB > 1000);
        Assert.DoesNotContain(GpuProbeSpec.Name, state.Users);
        var made = (await Client.InspectContainerAsync(GpuProbeSpec.Name, default))!.Id;
        await measuring.MeasureAsync(state, default);
        Assert.Equal(made, (await Client.InspectContainerAsync(GpuProbeSpec.Name, default))!.Id);
    }

    [Fact]
    public async Task Container_ThatLostItsCard_IsNamed()
    {
        var state = await Measuring("debian:stable-slim").MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Assert.Equal("whisper", Assert.Single(state.LostIn));
        await Client.RestartAsync("whisper", TimeSpan.Zero, default);
        Assert.Empty((await Measuring("debian:stable-slim").MeasureAsync(state, default)).LostIn);
    }

    [Fact]
    public async Task Probe_ThatLostItsCardWithAllOthers_IsRestarted_AndTheOthersAreNamedAtOnce()
    {
        var measuring = Measuring("debian:stable-slim", _clock);
        var before = await measuring.MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Assert.DoesNotContain("ollama", before.LostIn);
        foreach (var name in new[] { GpuProbeSpec.Name, "ollama" })
            Find(name).HasLostGpu = true;
        _clock.Advance(TimeSpan.FromSeconds(5));

        var state = await measuring.MeasureAsync(before, default);

        Assert.Equal((null, _clock.GetUtcNow()), (state.Fault, state.AsOf));
        Assert.Contains("ollama", state.LostIn);
        Assert.False(Find(GpuProbeSpec.Name).HasLostGpu);
    }

    [Fact]
    public async Task Probe_InWhichTheDriverHangs_IsASentence_AndTheLastFiguresStay()
    {
        var measuring = Measuring("debian:stable-slim", _clock);
        var before = await measuring.MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Find(GpuProbeSpec.Name).HasStuckGpu = true;

        var state = await MeasureUntilItGivesUpAsync(measuring, before, GpuProbeSpec.Name);

        Assert.Contains("no answer within 20 s", state.Fault, StringComparison.Ordinal);
        Assert.Equal((before.AsOf, 1), (state.AsOf, state.Cards.Length));
    }

    [Fact]
    public async Task Container_InWhichTheDriverHangs_CannotBeTold_AndIsLeftAloneForAWhile()
    {
        var measuring = Measuring("debian:stable-slim", _clock);
        Find("ollama").HasStuckGpu = true;

        var state = await MeasureUntilItGivesUpAsync(measuring, GpuHostState.Unknown("gpu-box"), "ollama");
        Assert.Equal((null, 1, "whisper"), (state.Fault, state.Cards.Length, Assert.Single(state.LostIn)));

        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await measuring.MeasureAsync(state, default)).Fault);
        Assert.Equal(1, Find("ollama").StuckCommands);
    }

    [Fact]
    public async Task Driver_ThatIsNotLoaded_IsASentence_AndTheLastFiguresStay()
    {
        var measuring = Measuring("debian:stable-slim");
        var before = await measuring.MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Lab.DockerStates[0].DriverFault = 9;
        var state = await measuring.MeasureAsync(before, default);
        Assert.Contains("driver of the host is not loaded", state.Fault, StringComparison.Ordinal);
        Assert.Equal((before.AsOf, 1), (state.AsOf, state.Cards.Length));
    }

    [Fact]
    public async Task Name_ThatSomebodyElseHas_IsLeftAlone()
    {
        var other = await Client.CreateAsync(GpuProbeSpec.Name, new ContainerSpec { Image = "lab/busybox:1" }, default);
        var state = await Measuring("debian:stable-slim").MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Assert.Contains("not the portal's", state.Fault, StringComparison.Ordinal);
        Assert.Equal(other.Id, (await Client.InspectContainerAsync(GpuProbeSpec.Name, default))!.Id);
    }

    [Fact]
    public async Task Start_ThatFails_LeavesNothingBehind()
    {
        Lab.DockerStates[0].DriverFault = 9;
        var state = await Measuring("debian:stable-slim").MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Assert.NotNull(state.Fault);
        Assert.Null(await Client.InspectContainerAsync(GpuProbeSpec.Name, default));
    }

    [Fact]
    public async Task Host_WithoutAProbe_TellsTheCardAlone_AndNothingIsMade()
    {
        var state = await Measuring(null).MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Assert.Equal((GpuSource.Container, false, 0, 1), (state.Source, state.SeesProcesses, state.Holders.Length, state.Cards.Length));
        Assert.Null(await Client.InspectContainerAsync(GpuProbeSpec.Name, default));
    }

    [Fact]
    public async Task Exporter_ThatIsNamed_IsAskedInstead_AndNothingIsMade()
    {
        var host = new DockerHost("gpu-box", null, Client) { GpuProbeImage = "debian:stable-slim", GpuExporter = new Uri("http://exporter:9835/metrics") };
        var state = await new GpuMeasuring(host, _exporter, TimeProvider.System).MeasureAsync(GpuHostState.Unknown("gpu-box"), default);
        Assert.Equal((GpuSource.Exporter, "Card", false, null), (state.Source, Assert.Single(state.Cards).Name, state.SeesProcesses, state.Fault));
        Assert.Null(await Client.InspectContainerAsync(GpuProbeSpec.Name, default));
    }

    [Fact]
    public async Task Host_WithoutACard_IsLeftAloneAndTellsOfItsRenderNode()
    {
        using var client = new DockerClient(DockerConnection.FromAddress(Lab.DockerHosts[1].Address.AbsoluteUri), TimeProvider.System);
        var state = await new GpuMeasuring(new DockerHost("media-box", null, client) { GpuProbeImage = "debian:stable-slim" }, _exporter, TimeProvider.System).MeasureAsync(GpuHostState.Unknown("media-box"), default);
        Assert.Equal((GpuAttachmentMode.None, 0, null), (state.Facts!.Attachment, state.Cards.Length, state.Fault));
        var render = Assert.Single(state.RenderDevices);
        Assert.Equal(("/dev/dri/renderD128", "jellyfin"), (render.Name, Assert.Single(render.Users)));
        Assert.Null(await client.InspectContainerAsync(GpuProbeSpec.Name, default));
    }

    [Fact]
    public async Task Host_ThatIsGone_KeepsWhatItWasWithTheReason()
    {
        using var client = new DockerClient(DockerConnection.FromAddress("unix:///tmp/there-is-no-daemon-here.sock"), TimeProvider.System);
        var state = await new GpuMeasuring(new DockerHost("gone", null, client), _exporter, TimeProvider.System).MeasureAsync(GpuHostState.Unknown("gone"), default);
        Assert.Contains("no such socket", state.FactsFault, StringComparison.Ordinal);
        Assert.Null(state.Facts);
    }

    private GpuMeasuring Measuring(string? image, TimeProvider? time = null) => new(new DockerHost("gpu-box", null, Client) { GpuProbeImage = image }, _exporter, time ?? TimeProvider.System);

    private SimulatedContainer Find(string name) => Lab.DockerStates[0].Find(name)!;

    private async Task<GpuHostState> MeasureUntilItGivesUpAsync(GpuMeasuring measuring, GpuHostState before, string stuck)
    {
        var measured = measuring.MeasureAsync(before, default);
        await Eventually.HoldsAsync(() => Find(stuck).StuckCommands == 1, () => "No command hangs.", TimeSpan.FromSeconds(30));
        _clock.Advance(SmiRun.Limit);
        var state = await measured.WaitAsync(TimeSpan.FromSeconds(30));
        // Otherwise the simulator waits for what hangs in it when it stops.
        Find(stuck).HasStuckGpu = false;
        return state;
    }
}
