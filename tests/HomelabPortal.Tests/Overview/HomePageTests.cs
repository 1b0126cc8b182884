using Bunit;
using HomelabPortal.Activity;
using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Overview;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Cluster;
using HomelabPortal.Tests.Ui;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Overview;

public sealed class HomePageTests : IAsyncDisposable
{
    private readonly UiContext _page = new();
    private readonly Live<ClusterState> _cluster;
    private readonly Live<OverviewState> _overview;
    private readonly Live<ChecksState> _checks;
    private readonly Live<ShellState> _shell;

    public HomePageTests()
    {
        _cluster = Add(ClusterState.Connecting);
        _overview = Add(OverviewState.Unknown);
        _checks = Add(ChecksState.Empty);
        Add(new DesiredState()).Publish(new DesiredState());
        Add(ActivityState.Empty).Publish(ActivityState.Empty);
        Add(ReconcileStatus.NotStarted);
        Add(DockerState.Empty).Publish(DockerState.Empty);
        Add(GpuState.Empty);
        Add(ContainerState.Empty);
        _shell = Add(ShellState.Unknown);
        // Nothing is silenced here: the dialog only asks.
        _page.Services.AddSingleton(new CheckActs(null!, null!, null!, _checks, null!, _page.Clock));
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    [Fact]
    public void Lab_WithNothingConnected_SaysHowToConnectEachPart()
    {
        _cluster.Publish(ClusterState.NotConnected("Set Kubernetes:Kubeconfig."));

        var text = _page.Render<HomePage>().Find(".home").TextContent;

        Assert.Contains("No cluster is connected", text, StringComparison.Ordinal);
        Assert.Contains("Set Kubernetes:Kubeconfig.", text, StringComparison.Ordinal);
        Assert.Contains("Set Docker:Hosts:0:Name", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lab_NotSeenYet_IsNotCalledAllRight()
    {
        var home = _page.Render<HomePage>();

        Assert.Equal("Looking at the lab", home.Find("h1").TextContent);
        Assert.DoesNotContain("Nothing needs you", home.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(home.FindAll(".skeleton"));
    }

    [Fact]
    public void Lab_ThatCannotBeSeenAnyMore_ShowsWhatItKnewGreyedWithTheReason()
    {
        Publish(new Problem(HealthState.Broken, "sonarr keeps crashing", "Exit code 1.", "/cluster/pods/media/sonarr", null));
        _cluster.PublishFault("The API server does not answer.");
        _overview.PublishFault("The API server does not answer.");

        var home = _page.Render<HomePage>();

        Assert.Equal("The cluster cannot be seen", home.Find("h1").TextContent);
        Assert.Contains("sonarr keeps crashing", home.Find("section[aria-label=Problems] .stale-content").TextContent, StringComparison.Ordinal);
        Assert.Contains("The API server does not answer.", home.Find("section[aria-label=Problems]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Cluster_ThatIsAway_GreysOnlyWhatWasSeenOfIt()
    {
        _cluster.PublishFault("The API server does not answer.");
        var seen = new Problem(HealthState.Unknown, "sonarr keeps crashing", "Exit code 1.", "/cluster/pods/media/sonarr", null) { AsOf = _page.Clock.GetUtcNow() };
        _overview.Publish(new OverviewState([new Problem(HealthState.Broken, "pihole fails its check", "No answer.", "/checks/c1", null), seen], 4, 4, null) { ClusterGap = new SourceGap("The cluster", seen.AsOf, "The API server does not answer.") });

        var home = _page.Render<HomePage>();

        Assert.Equal("One thing needs you", home.Find("h1").TextContent);
        Assert.Contains("The cluster cannot be seen. The API server does not answer.", home.Find(".page-head").TextContent, StringComparison.Ordinal);
        var stale = Assert.Single(home.FindAll("section[aria-label=Problems] .stale-content"));
        Assert.Contains("Seen 0 s ago.", stale.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Cluster_NeverSeen_IsNotSaidToNeedNobody()
    {
        _cluster.PublishFault("The API server does not answer.");
        _overview.Publish(OverviewState.Unknown with { ClusterGap = new SourceGap("The cluster", null, "The API server does not answer.") });

        var home = _page.Render<HomePage>();

        Assert.Equal("The cluster cannot be seen", home.Find("h1").TextContent);
        Assert.DoesNotContain("as they should be", home.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Cloudflare_OutOfSight_IsSaidInsteadOfAllRight()
    {
        Publish();
        _shell.Publish(ShellState.Unknown with { Sources = [new SourceFreshness("Cloudflare", HealthState.Unknown, null, "unreachable", "Cloudflare does not answer.")] });

        var home = _page.Render<HomePage>();

        Assert.Equal("Cloudflare cannot be seen", home.Find("h1").TextContent);
        Assert.Contains("Nothing is known to need you", home.Find("section[aria-label=Problems]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_WithSteps_OffersThemAsLinks()
    {
        Publish(new Problem(HealthState.Broken, "sonarr keeps crashing", "Exit code 1.", "/cluster/pods/media/sonarr", null) { Steps = [new ProblemStep("Restart sonarr", "/x?ask=restart", true)] });

        var step = _page.Render<HomePage>().Find(".steps a");

        Assert.Equal(("/x?ask=restart", "Restart sonarr: sonarr keeps crashing"), (step.GetAttribute("href"), step.TextContent));
    }

    [Fact]
    public void Problems_Many_LeaveRoomForTheRestAndSayHowBadTheOthersAre()
    {
        Publish([.. Enumerable.Range(0, 8).Select(index => new Problem(index < 6 ? HealthState.Broken : HealthState.Degraded, $"Thing {index}", "It is so.", $"/x/{index}", null))]);

        Assert.Equal("3 more: 1 broken, 2 degraded", _page.Render<HomePage>().Find("details summary").TextContent.Trim());
    }

    [Fact]
    public void Address_ThatAsksToSilenceACheck_OpensTheDialog()
    {
        _checks.Publish(new ChecksState([new CheckSummary("c1", "pihole", "House", CheckKind.Dns, "10.0.0.53")]));
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/?silence=c1");

        Assert.Equal("Silence pihole?", _page.Render<HomePage>().Find("dialog h2").TextContent);
    }

    [Fact]
    public async Task Dialog_ThatWasDismissed_OpensAgainByTheSameLink()
    {
        _checks.Publish(new ChecksState([new CheckSummary("c1", "pihole", "House", CheckKind.Dns, "10.0.0.53")]));
        var navigation = _page.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/?silence=c1");
        var home = _page.Render<HomePage>();

        await home.Find("dialog").TriggerEventAsync("onclose", EventArgs.Empty);
        Assert.Empty(home.FindAll("dialog h2"));
        Assert.Equal("", new Uri(navigation.Uri).Query);
        navigation.NavigateTo("/?silence=c1");

        await home.WaitForAssertionAsync(() => Assert.Equal("Silence pihole?", home.Find("dialog h2").TextContent), TimeSpan.FromSeconds(30));
    }

    private void Publish(params Problem[] problems)
    {
        _cluster.Publish(new ClusterState { IsConnected = true, Nodes = Objects.Kind(Objects.Node("node1")) }.WithRows());
        _overview.Publish(new OverviewState([.. problems], 4, 4, null));
    }

    private Live<T> Add<T>(T value)
        where T : class
    {
        var live = new Live<T>(value, _page.Clock);
        _page.Services.AddSingleton(live);
        return live;
    }
}
