using Bunit;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Work.Events;
using HomelabPortal.Gpu.Work.Pages;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.DependencyInjection;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Work.Pages;

public sealed class HostEventsPageTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Page_WithoutADockerHost_NamesTheSetting()
    {
        await using var page = await OpenAsync(hasHost: false);

        Assert.Contains("Docker:Hosts", page.Context.Render<HostEventsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BeforeAnythingHappened_SaysWhatWillStandThere()
    {
        await using var page = await OpenAsync();

        Assert.Contains("Nothing has happened", page.Context.Render<HostEventsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhileAHostIsAway_SaysThatItCannotBeSeen()
    {
        await using var page = await OpenAsync();
        page.Context.Services.GetRequiredService<Live<DockerState>>().Publish(new DockerState([new DockerHostState("gpu", null, [], null, "Nobody listens there.")]));

        Assert.Contains("gpu: Nobody listens there.", page.Context.Render<HostEventsPage>().Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_ThatHappensWhileThePageIsOpen_ComesOnTopAndLeadsToItsContainer()
    {
        await using var page = await OpenAsync();
        var timeline = page.Context.Services.GetRequiredService<Live<HostTimeline>>();
        timeline.Publish(HostTimeline.Empty.With([Happened("ollama", "Started", 1)]));
        var shown = page.Context.Render<HostEventsPage>();
        Assert.Contains("Started", shown.Find("tbody").TextContent, StringComparison.Ordinal);

        page.Context.Clock.Advance(TimeSpan.FromSeconds(1));
        timeline.Publish(timeline.Current.Value.With([Happened("vllm", "Killed: the host ran out of memory", 2)]));

        await shown.WaitForAssertionAsync(() => Assert.Equal(["vllm", "ollama"], shown.FindAll("tbody a.row-link").Select(link => link.TextContent)), _patience);
        Assert.Equal("/gpu/hosts/gpu/containers/vllm?tab=events", shown.FindAll("tbody a.row-link")[0].GetAttribute("href"));
    }

    private static HostEvent Happened(string name, string what, long nanoseconds) => new("gpu", DateTimeOffset.UnixEpoch.AddSeconds(nanoseconds), name, name, what, HealthState.Healthy, nanoseconds);

    private static Task<ActsPage> OpenAsync(bool hasHost = true) => ActsPage.OpenAsync(Role.Viewer, page =>
    {
        // Nothing listens there, and nothing asks it.
        var host = new DockerHost("gpu", "10.0.0.160", new DockerClient(DockerConnection.FromAddress("http://127.0.0.1:1"), TimeProvider.System));
        page.Context.Services.AddSingleton<IReadOnlyList<DockerHost>>(hasHost ? [host] : []);
        page.Context.Services.AddSingleton(new Live<HostTimeline>(HostTimeline.Empty, page.Context.Clock));
        page.Context.Services.AddSingleton(new Live<DockerState>(DockerState.Empty, page.Context.Clock));
    });
}
