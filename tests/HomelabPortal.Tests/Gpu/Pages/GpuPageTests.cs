using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Pages;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Gpu.Containers.Updates;
using HomelabPortal.Tests.Gpu.Servers;
using Microsoft.Extensions.DependencyInjection;
using static HomelabPortal.Tests.Cluster.Objects;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Pages;

public sealed class GpuPageTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Page_WithoutADockerHost_NamesTheSetting()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish();

        Assert.Contains("Docker:Hosts:0:Address", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_BeforeItsFirstAnswer_IsConnecting()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(GpuHostState.Unknown(Cards.Host));

        Assert.Contains("Connecting", Text(page), StringComparison.Ordinal);
    }

    /// <summary>The facts of the engine are old by minutes; that its containers cannot be listed is known at once.</summary>
    [Fact]
    public async Task Host_ThatHasJustGone_IsUnreachableAndDoesNotAnswer()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()));
        page.Context.Services.GetRequiredService<Live<DockerState>>().Publish(new DockerState([new DockerHostState(Cards.Host, null, [], page.Context.Clock.GetUtcNow(), "It does not answer.")]));

        var badge = page.Context.Render<GpuPage>().Find(".host > header .badge");

        Assert.Contains("Unreachable", badge.TextContent, StringComparison.Ordinal);
        Assert.Equal("It does not answer.", badge.GetAttribute("title"));
    }

    [Fact]
    public async Task Card_ThatTellsAll_ShowsEveryFigure()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card() with { Throttling = ["held by the power limit"] }));

        var text = Text(page);

        Assert.All(
            new[] { "RTX 3090", "driver 580.95.05", "P2", "8 of 24 GiB", "42 %", "211 of 350 W", "61 °C", "37 %", "1695 of 2100 MHz", "9501 MHz", "held by the power limit" },
            figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Card_ThatTellsNothing_SaysSoAndNeverZero()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), new GpuReading { Uuid = Cards.Uuid, Name = "Silent" }));

        var figures = page.Context.Render<GpuPage>().Find(".figures").TextContent;

        Assert.Equal(8, figures.Split("not reported").Length - 1);
        Assert.DoesNotContain("0 %", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("0 W", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holders_OfACard_AddUpWithTheHostsPart()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()) with
        {
            Holders = [new GpuHolder(Cards.Uuid, "ollama", "ollama", 7_168), new GpuHolder(Cards.Uuid, null, "Xorg", 1_024)],
        });

        var rows = page.Context.Render<GpuPage>().FindAll(".rows li").Select(row => row.TextContent).ToList();

        Assert.Equal(3, rows.Count);
        Assert.Contains("7 GiB", rows[0], StringComparison.Ordinal);
        Assert.Contains("Host / other", rows[1], StringComparison.Ordinal);
        Assert.Contains("16 GiB", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_WithoutTelemetry_NamesTheSetting()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(GpuHostState.Unknown(Cards.Host) with { Facts = Cards.Facts() });

        var text = Text(page);

        Assert.Contains("The cards are not measured", text, StringComparison.Ordinal);
        Assert.Contains("GpuProbeImage", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_ThatIsUnreachable_KeepsItsLastFiguresGreyedWithTheReason()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow().AddMinutes(-9), Cards.Card()) with { FactsFault = "gpu does not answer.", Fault = "gpu does not answer." });

        var shown = page.Context.Render<GpuPage>();

        Assert.Contains("Unreachable", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("gpu does not answer.", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("8 of 24 GiB", shown.Find(".stale-content").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LostGpu_ForAViewer_IsSaidAndTheButtonSaysWhoMay()
    {
        await using var page = await GpuBench.OpenAsync(Role.Viewer);
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()) with { Users = ["whisper"], LostIn = ["whisper"] });

        var shown = page.Context.Render<GpuPage>();

        Assert.Contains("whisper no longer sees its GPU", shown.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("operator", shown.WhyNot("Restart whisper"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task LostGpu_OfAForeignContainer_ComesBackByTheButton()
    {
        await using var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false }, CancellationToken.None);
        await using var page = await GpuBench.OpenAsync(Role.Operator, lab);
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()) with { Users = ["whisper"], LostIn = ["whisper"] });
        var shown = page.Context.Render<GpuPage>();
        Assert.True(lab.DockerStates[0].Containers.Single(container => container.Name == "whisper").HasLostGpu);

        await shown.Button("Restart whisper").ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.False(lab.DockerStates[0].Containers.Single(container => container.Name == "whisper").HasLostGpu), _patience);
    }

    [Fact]
    public async Task RenderNode_OfAHost_IsListedWithWhoUsesItAndWhatIsNotKnown()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(GpuHostState.Unknown(Cards.Host) with
        {
            Facts = Cards.Facts(GpuAttachmentMode.None), RenderDevices = [new RenderDevice("/dev/dri/renderD128", null, ["jellyfin"]), new RenderDevice("amd.com/gpu=0", "AMD", [])],
        });

        var text = Text(page);

        Assert.All(
            new[] { "/dev/dri/renderD128", "AMD or Intel; Docker does not say which", "used by jellyfin", "amd.com/gpu=0", "nobody uses it", "nothing of load, memory or temperature" },
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClusterGpus_WithAGpuWorker_StandBesideTheDockerHosts()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()));
        page.Context.Services.GetRequiredService<Live<ClusterState>>().Publish(new ClusterState
        {
            IsConnected = true, Nodes = Kind(Scheduled.GpuNodes.Worker()), Pods = Kind(Scheduled.GpuNodes.Asking("trainer", "worker1"), Scheduled.GpuNodes.Asking("eager", "")),
        });

        var text = Text(page);

        Assert.All(
            new[] { "worker1", "NVIDIA GeForce RTX 3060", "nvidia.com/gpu", "1 of 2 asked for", "/trainer", "Waiting for a GPU", "/eager", "gpu=only:NoSchedule" },
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Loading_BeforeAnythingIsKnown_IsNotEmptiness()
    {
        await using var page = await GpuBench.OpenAsync();

        var shown = page.Context.Render<GpuPage>();

        Assert.NotNull(shown.Find("[aria-busy=true]"));
        Assert.DoesNotContain("No Docker host is connected", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_OfAHost_TellsItsFactsAndWarnings()
    {
        await using var page = await GpuBench.OpenAsync();
        var facts = Cards.Facts() with { Devices = ["nvidia.com/gpu=0"], Warnings = ["No swap limit support"] };
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()) with { Facts = facts });

        var text = Text(page);

        Assert.All(new[] { "Docker 28.5.2", "CDI", "1 warning", "No swap limit support", "6.12", "x86_64", "1.51", "nvidia.com/gpu=0" }, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row_OfAContainerThatIsReached_IsExposedByItsButton()
    {
        await using var page = await GpuBench.OpenAsync(Role.Operator);
        Dock(page, null, Docks.Seen("web", "nginx", ports: new DockerPort("0.0.0.0", 8000, 8000)));

        var link = page.Context.Render<GpuPage>().FindAll("a.button").Single(link => link.TextContent == "Expose web");

        Assert.Equal("/exposures/new?container=gpu%2Fweb%3A8000", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Row_ForAViewer_SaysWhoMayExpose()
    {
        await using var page = await GpuBench.OpenAsync(Role.Viewer);
        Dock(page, null, Docks.Seen("web", "nginx", ports: new DockerPort("0.0.0.0", 8000, 8000)));

        Assert.Contains("operator", page.Context.Render<GpuPage>().WhyNot("Expose web"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Containers_OfAHostThatIsAway_StayGreyedWithTheReason()
    {
        await using var page = await GpuBench.OpenAsync();
        Dock(page, "gpu does not answer.", Docks.Seen("web", "nginx"));

        var card = page.Context.Render<GpuPage>().FindAll("section.card").Single(card => card.GetAttribute("aria-label") == "Containers");

        Assert.Contains("gpu does not answer.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("web", card.QuerySelector(".stale-content")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewVersion_FoundWhileThePageIsOpen_AppearsInItsRow()
    {
        await using var page = await GpuBench.OpenAsync();
        Dock(page, null, Versions.Running('a'));
        var shown = page.Context.Render<GpuPage>();
        Assert.DoesNotContain("New version", shown.Markup, StringComparison.Ordinal);

        page.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        page.Context.Services.GetRequiredService<Live<UpdateState>>().Publish(Versions.State(Versions.Told('b'), Versions.On('a')));

        await shown.WaitForAssertionAsync(() => Assert.Contains("New version", shown.Markup, StringComparison.Ordinal), _patience);
    }

    private static void Dock(ActsPage page, string? fault, params DockerContainer[] containers)
    {
        var now = page.Context.Clock.GetUtcNow();
        page.Publish(GpuHostState.Unknown(Cards.Host) with { Facts = Cards.Facts(GpuAttachmentMode.None) });
        page.Context.Services.GetRequiredService<Live<DockerState>>().Publish(new DockerState([new DockerHostState(Cards.Host, Docks.Lan, [.. containers], now, fault)]));
    }

    private static string Text(ActsPage page) => string.Join(' ', page.Context.Render<GpuPage>().Find(".page").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
