using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Prometheus;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Tests.Desired;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Gpu.Telemetry.History;

public sealed class GpuHistoryTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly PortalDatabase _database = new();
    private readonly GpuHistory _history;
    private GpuHostState _last = GpuHostState.Unknown(Cards.Host);

    public GpuHistoryTests()
    {
        var (memory, options) = (new MetricsMemory(), Options.Create(new MetricsOptions()));
        _history = new GpuHistory(memory, new MetricsReader(memory, _database, new PrometheusSource(null), options, _clock), options, _clock);
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public void LastHour_AfterAMeasurement_EndsWithIt()
    {
        Measure(Cards.Measured(_clock.GetUtcNow(), Cards.Card(used: 6_144)));

        Assert.Equal(6d * (1 << 30), LastHour(GpuSeries.Memory)[^1]);
        Assert.Equal((42d, 61d, 211d), (LastHour(GpuSeries.Load)[^1], LastHour(GpuSeries.Heat)[^1], LastHour(GpuSeries.Power)[^1]));
    }

    [Fact]
    public void Minute_WithoutAMeasurement_IsAGap()
    {
        Measure(Cards.Measured(_clock.GetUtcNow(), Cards.Card()));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Measure(Cards.Measured(_clock.GetUtcNow(), Cards.Card()));

        Assert.Equal([42d, null, 42d], LastHour(GpuSeries.Load).TakeLast(3));
    }

    [Fact]
    public async Task Minute_WithOneMomentOfWork_KeepsItBesideTheMean()
    {
        foreach (var load in new[] { 0d, 0d, 0d, 12d })
        {
            Measure(Cards.Measured(_clock.GetUtcNow(), Cards.Card() with { UtilizationPercent = load }));
            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        var minute = (await _history.ReadMinutesAsync(Cards.Host, Cards.Uuid, GpuSeries.Load, TimeSpan.FromHours(1), default)).Points[^1]!.Value;

        Assert.Equal((3d, 12d), (GpuHistory.ValueOf(minute, GpuSeries.Load), GpuHistory.HighestOf(minute, GpuSeries.Load)));
    }

    [Fact]
    public void Figure_ThatIsNotTold_IsAGapAndTheOthersAreThere()
    {
        Measure(Cards.Measured(_clock.GetUtcNow(), Cards.Card() with { PowerWatts = null }));

        Assert.Equal((null, 42d), (LastHour(GpuSeries.Power)[^1], LastHour(GpuSeries.Load)[^1]));
    }

    [Fact]
    public void Measurement_ThatFailedOrIsOld_IsNotRecordedAgain()
    {
        var measured = Cards.Measured(_clock.GetUtcNow(), Cards.Card());
        Measure(measured);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Measure(measured);
        Measure(measured with { AsOf = _clock.GetUtcNow(), Fault = "nvidia-smi failed." });

        Assert.Equal([42d, null], LastHour(GpuSeries.Load).TakeLast(2));
    }

    [Fact]
    public async Task Range_OfTheLastHour_HasTheCeilingBesideIt()
    {
        Measure(Cards.Measured(_clock.GetUtcNow(), Cards.Card()));

        var chart = GpuChart.Of(GpuSeries.Power, await _history.ReadAsync(Cards.Host, Cards.Uuid, GpuSeries.Power, MetricRange.Hour, default));

        Assert.Equal((211d, 350d), (chart.Data.Points[^1]!.Value.Mean, Assert.Single(chart.Lines).Latest!.Value));
    }

    private IReadOnlyList<double?> LastHour(GpuSeries series) => _history.LastHour(Cards.Host, Cards.Uuid, series);

    private void Measure(GpuHostState state)
    {
        _history.Record(_last, state);
        _last = state;
    }
}
