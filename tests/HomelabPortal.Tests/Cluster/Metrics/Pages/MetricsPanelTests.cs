using Bunit;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Pages;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Prometheus;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Metrics.Pages;

public sealed class MetricsPanelTests : IDisposable
{
    private readonly UiContext _page = new();
    private readonly PortalDatabase _database = new();
    private readonly MetricsMemory _memory = new();
    private readonly Live<MetricsPulse> _pulse;

    public MetricsPanelTests()
    {
        using (var context = _database.CreateDbContext())
            context.Database.Migrate();
        _pulse = new Live<MetricsPulse>(MetricsPulse.None, _page.Clock);
        _page.Services.AddSingleton(_pulse);
        _page.Services.AddSingleton(_memory);
        _page.Services.AddSingleton<IDbContextFactory<PortalDbContext>>(_database);
        _page.Services.AddSingleton(Options.Create(new MetricsOptions()));
        _page.Services.AddSingleton(new PrometheusSource(null));
        _page.Services.AddSingleton<MetricsReader>();
        _page.SetRendererInfo(new RendererInfo("Server", true));
    }

    public void Dispose()
    {
        _page.Dispose();
        _database.Dispose();
    }

    [Fact]
    public void Panel_LastHour_IsThereAtOnce()
    {
        Measure(1.5);

        var panel = Show();

        Assert.Equal(2, panel.FindAll("[role=slider]").Count);
        Assert.Contains("1.50 cores", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Measured by metrics-server", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_NewMeasurement_MovesTheLastPoint()
    {
        Measure(1);
        var panel = Show();
        _page.Clock.Advance(TimeSpan.FromMinutes(1));
        Measure(2);

        panel.WaitForAssertion(() => Assert.Contains("2.00 cores", panel.Find(".figure").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Panel_LongerRange_ComesFromTheDatabaseAfterASkeleton()
    {
        Measure(1);
        _page.Services.GetRequiredService<NavigationManager>().NavigateTo("/cluster/nodes/node1?tab=metrics&range=24h");

        var panel = Show();

        panel.WaitForAssertion(() => Assert.Contains("each point is the mean of 5 minutes", panel.Markup, StringComparison.Ordinal));
        Assert.Equal("24 h", panel.Find(".ranges a[aria-current]").TextContent);
        Assert.Contains("range=7d", panel.FindAll(".ranges a")[3].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_NothingMeasured_SaysWhenToExpectIt()
    {
        var panel = Show();

        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll(".empty").Count));
        Assert.Contains("about a minute after", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_AsATable_HasTheFiguresInRows()
    {
        Measure(1.5);
        var panel = Show();

        panel.Find("button").Click();

        Assert.Equal(2, panel.FindAll("table").Count);
        Assert.Contains("1.50 cores", panel.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SourcePhase.NotInstalled, SourcePhase.Live, "Install metrics-server")]
    [InlineData(SourcePhase.Stale, SourcePhase.Live, "Look at its pods in kube-system")]
    [InlineData(SourcePhase.Syncing, SourcePhase.Live, "Look at its pods in kube-system")]
    [InlineData(SourcePhase.Stale, SourcePhase.Stale, "They come back with it")]
    public void Availability_WithoutFigures_NamesTheNextStep(SourcePhase metrics, SourcePhase nodes, string next)
    {
        var state = new ClusterState
        {
            IsConnected = true,
            Nodes = Kind(Node("node1")) with { Status = new SourceStatus(nodes, Now) },
            Metrics = ClusterMetrics.None with { Status = new SourceStatus(metrics, Now, "503") },
        };
        Measure(1);

        var missing = MetricsAvailability.Of(state)!;
        var panel = _page.Render<MetricsPanel>(parameters => parameters.Add(one => one.Kind, "Node").Add(one => one.Name, "node1").Add(one => one.Missing, missing));

        Assert.Contains(next, panel.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(panel.FindAll(".old [role=slider]"));
    }

    [Fact]
    public void Availability_Measuring_SaysNothing() =>
        Assert.Null(MetricsAvailability.Of(new ClusterState { IsConnected = true, Metrics = ClusterMetrics.None with { Status = SourceStatus.Live } }));

    private IRenderedComponent<MetricsPanel> Show() => _page.Render<MetricsPanel>(parameters => parameters.Add(panel => panel.Kind, "Node").Add(panel => panel.Name, "node1"));

    private void Measure(double cores)
    {
        var now = _page.Clock.GetUtcNow();
        _memory.Measure(now, [new Measured(MetricSubject.Node("node1"), new Usage(cores, 1 << 30), Levels.None, IsKept: true)], 10);
        _pulse.Publish(new MetricsPulse(_pulse.Current.Value.Measured + 1, MetricTime.MinuteOf(now)));
    }
}
