using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Kubernetes;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Shell;

public sealed class ShellTabTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly ShellOptions _options = new();
    private ClusterSource _cluster = new(null, "");

    public ShellTabTests()
    {
        _page.Services.AddSingleton(Options.Create(_options));
        _page.Services.AddSingleton(_ => new ShellPermission(_cluster));
        _page.SetRendererInfo(new RendererInfo("Server", true));
    }

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Tab_OfARunningPod_OffersAShellAndOpensATerminal()
    {
        var tab = Show(Pod("web", Running()));
        tab.Find("button").Click();

        Assert.NotNull(tab.Find("[data-shell-screen]"));
        Assert.Equal("connecting", tab.Find(".shell").GetAttribute("data-state"));
    }

    [Fact]
    public void Tab_ForAViewer_SaysWhoMay()
    {
        _page.Person.Becomes(Role.Viewer);
        var tab = Show(Pod("web", Running()));

        Assert.Contains("Only an operator may open a shell. You are a viewer.", tab.Markup);
        Assert.Empty(tab.FindAll("button"));
    }

    [Fact]
    public void Tab_SwitchedOff_SaysHowToSwitchItOn()
    {
        _options.Enabled = false;

        Assert.Contains("Shell:Enabled=true", Show(Pod("web", Running())).Markup);
    }

    [Fact]
    public void Tab_OfAPodThatDoesNotRun_SaysWhy() =>
        Assert.Contains("The container app does not run: CrashLoopBackOff.", Show(CrashLooping("web")).Markup);

    [Fact]
    public void Tab_WithoutTheRight_ShowsTheMissingRule()
    {
        using var server = new ScriptedApi().Answer("""{"major":"1","minor":"33"}""").Answer("""{"status":{"allowed":false}}""", System.Net.HttpStatusCode.Created);
        using var client = server.Client();
        _cluster = new ClusterSource(client, "");
        var tab = Show(Pod("web", Running()));

        tab.WaitForAssertion(() => Assert.Contains("resources: [pods/exec]", tab.Find("pre").TextContent), TimeSpan.FromSeconds(20));
        Assert.Empty(tab.FindAll("button.primary"));
    }

    [Fact]
    public async Task Tab_WithoutAFreshProof_AsksForOneAndThenOpens()
    {
        _page.Person.ProofGoesStale();
        var tab = Show(Pod("web", Running()));
        tab.Find("button").Click();
        Assert.Empty(tab.FindAll("[data-shell-screen]"));

        _page.Person.Proves();
        // Readers of a live value take it at most ten times a second, also by the clock of a test.
        await Eventually.HoldsAsync(
            () =>
            {
                _page.Clock.Advance(TimeSpan.FromMilliseconds(100));
                return tab.FindAll("[data-shell-screen]").Count > 0;
            },
            () => "No terminal was opened after the proof.", TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Terminal_OfAPodThatStopsRunning_StaysWithWhatItShowed()
    {
        var tab = Show(Pod("web", Running()));
        tab.Find("button").Click();
        tab.Render(parameters => parameters.Add(shown => shown.Pod, CrashLooping("web")));

        Assert.NotNull(tab.Find("[data-shell-screen]"));
        tab.Find("[data-shell-leave]").Click();
        Assert.Empty(tab.FindAll("[data-shell-screen]"));
    }

    [Fact]
    public void Containers_MoreThanOne_AreAChoice()
    {
        var pod = Pod("web", Running());
        pod = pod with
        {
            Spec = pod.Spec with { Containers = [.. pod.Spec.Containers, new Container { Name = "side", Image = "side:1" }] },
            Status = pod.Status with { ContainerStatuses = [Running(), Running() with { Name = "side" }] },
        };
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/cluster/pods/media/web?tab=shell&container=side");
        var tab = Show(pod);

        Assert.Equal(2, tab.FindAll("input[type=radio]").Count);
        Assert.Contains("Open a shell in side", tab.Find("button").TextContent);
    }

    private IRenderedComponent<ShellTab> Show(Pod pod) =>
        _page.Render<ShellTab>(parameters => parameters.Add(tab => tab.Pod, pod).Add(tab => tab.State, ClusterState.Connecting));
}
