using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Disk;
using HomelabPortal.Gpu.Work.Events;
using HomelabPortal.Gpu.Work.Pages;
using HomelabPortal.Gpu.Work.Stats;
using HomelabPortal.Lab;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Work.Pages;

public sealed class WorkPartsTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Stats_OfARunningContainer_AreInWordsAndUnits()
    {
        await using var page = await ActsPage.OpenAsync(Role.Viewer);
        var trail = StatsTrail.Empty.With(new ContainerRates(DateTimeOffset.UnixEpoch, 1.5, 16, 3L << 30, 8L << 30, 12, 2048, 1024, 0, null));

        var text = page.Context.Render<StatsNow>(parameters => parameters.Add(shown => shown.Trail, trail).Add(shown => shown.Freshness, Freshness.Current)).Markup;

        Assert.All(new[] { "1.5 of 16", "3 of 8 GiB", "2 KiB/s in", "– written", "12 processes" }, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stats_OfAStoppedContainer_SayThatThereIsNothingToMeasure()
    {
        await using var page = await ActsPage.OpenAsync(Role.Viewer);

        Assert.Contains("It does not run", page.Context.Render<StatsNow>(parameters => parameters
            .Add(shown => shown.Trail, StatsTrail.Empty with { IsStopped = true }).Add(shown => shown.Freshness, Freshness.Current)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_FoundOutLater_SaySo()
    {
        await using var page = await ActsPage.OpenAsync(Role.Viewer);
        var happened = new HostEvent("gpu", DateTimeOffset.UnixEpoch, "1", "web", "Ended with exit code 1", HealthState.Degraded, 1, WasSeen: false);

        var text = page.Context.Render<HostEventTable>(parameters => parameters.Add(shown => shown.Events, [happened]).Add(shown => shown.HasPlace, true)).Markup;

        Assert.All(new[] { "Ended with exit code 1", "found out later", "web", "gpu" }, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disk_ShowsWhyImagesStayAndRemovesExactlyWhatItShowed()
    {
        await using var lab = await WorkLab.StartAsync();
        lab.State.Images.Add("lab/stray:1");
        await using var page = await OpenAsync(lab, Role.Admin);
        page.Person.Proves();
        var shown = page.Context.Render<HostDiskPage>(parameters => parameters.Add(one => one.Host, lab.Name));
        await shown.WaitForAssertionAsync(() => Assert.Contains("used by comfyui", shown.Markup, StringComparison.Ordinal), _patience);

        await shown.Button("Remove all unused").ClickAsync();
        Assert.Contains("lab/stray:1", shown.Find(".items").TextContent, StringComparison.Ordinal);
        await shown.FindAll("button").First(button => System.Text.RegularExpressions.Regex.IsMatch(button.TextContent.Trim(), "^Remove [0-9]+ images?$")).ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.Null(lab.State.Images.Find("lab/stray:1")), _patience);
        Assert.Contains(page.Context.Toasts.Entries, toast => toast.Toast.Text.Contains("freed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disk_ForAnOperator_SaysWhoMayRemove()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, Role.Operator);
        var shown = page.Context.Render<HostDiskPage>(parameters => parameters.Add(one => one.Host, lab.Name));

        await shown.WaitForAssertionAsync(() => Assert.Contains("admin", shown.WhyNot("Remove nameless volumes"), StringComparison.OrdinalIgnoreCase), _patience);
    }

    [Fact]
    public async Task Disk_OfAHostThatIsNotInTheSettings_SaysSo()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, Role.Viewer);
        var shown = page.Context.Render<HostDiskPage>(parameters => parameters.Add(one => one.Host, "nowhere"));

        await shown.WaitForAssertionAsync(() => Assert.Contains("There is no Docker host nowhere in the settings.", shown.Markup, StringComparison.Ordinal), _patience);
    }

    [Fact]
    public async Task Disk_OfAHostThatIsAway_SaysWhyAndIsMeasuredAgainByTheButton()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, Role.Viewer, isAway: true);
        var shown = page.Context.Render<HostDiskPage>(parameters => parameters.Add(one => one.Host, lab.Name));

        await shown.WaitForAssertionAsync(() => Assert.Contains("Try again", shown.Markup, StringComparison.Ordinal), _patience);
        Assert.Empty(shown.FindAll(".sums"));
        Assert.Null(shown.WhyNot("Try again"));
    }

    /// <param name="isAway">Nothing listens where the settings say.</param>
    private static Task<ActsPage> OpenAsync(WorkLab lab, Role role, bool isAway = false) => ActsPage.OpenAsync(role, page =>
    {
        var (services, time) = (page.Context.Services, page.Context.Clock);
        var away = new DockerHost(lab.Name, null, new DockerClient(DockerConnection.FromAddress("http://127.0.0.1:1"), TimeProvider.System));
        services.AddSingleton<IReadOnlyList<DockerHost>>([isAway ? away : lab.Host]);
        services.AddSingleton(new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, time), NullLogger<ActionRunner>.Instance));
        services.AddSingleton<DiskReader>();
        services.AddSingleton<PruneWork>();
    });
}
