using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Keeping;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Prometheus;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Storage;
using HomelabPortal.Tests.Desired;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Cluster.Metrics.Keeping;

/// <summary>A database with history in it, and a clock that a test moves minute by minute. <see cref="Restart"/> is the portal started anew.</summary>
internal sealed class KeptLab : IDisposable
{
    private readonly PortalDatabase _database;
    private readonly Random _random = new(7);
    private MetricsKeeper _keeper = null!;

    public KeptLab(MetricsOptions? options = null, string? folder = null, params IInterceptor[] interceptors)
    {
        Options = options ?? new MetricsOptions();
        _database = new PortalDatabase(folder, interceptors);
        using (var context = Open())
            context.Database.Migrate();
        Restart();
    }

    public static DateTimeOffset Start { get; } = new(2026, 11, 14, 0, 0, 0, TimeSpan.Zero);

    public MetricsOptions Options { get; }

    public ManualTimeProvider Clock { get; set; } = new(Start);

    public MetricsMemory Memory { get; private set; } = null!;

    public string Folder => _database.Folder;

    public PortalDbContext Open() => _database.CreateDbContext();

    /// <summary>Everything in memory is gone, as after a crash.</summary>
    public void Restart()
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        Memory = new MetricsMemory();
        _keeper = new MetricsKeeper(
            new MetricsStore(_database, _database.Writer), new HourCloser(_database, _database.Writer), new MinuteThinner(_database, _database.Writer), new MetricsPruner(_database, _database.Writer),
            options, Clock, NullLogger<MetricsKeeper>.Instance);
        _keeper.LoadAsync(Memory, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Lives some minutes with so many deployments, each measured once a minute.</summary>
    public async Task LiveAsync(int minutes, int deployments = 1, Func<int, double>? cores = null)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            var now = Clock.GetUtcNow();
            Memory.Measure(now, Enumerable.Range(0, deployments).Select(index => Of(index, cores?.Invoke(minute) ?? Wander())), Options.MostKept);
            await PassAsync();
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    public Task PassAsync() => _keeper.PassAsync(Memory, Clock.GetUtcNow(), CancellationToken.None);

    /// <summary>The end of a portal that is told to stop.</summary>
    public Task StopAsync()
    {
        Memory.Close();
        return _keeper.FlushAsync(Memory, CancellationToken.None);
    }

    public async Task<MetricHistory> ReadAsync(string range, int deployment = 0)
    {
        using var prometheus = new PrometheusSource(null);
        var reader = new MetricsReader(Memory, _database, prometheus, Microsoft.Extensions.Options.Options.Create(Options), Clock);
        return await reader.ReadAsync(Subject(deployment), MetricRange.Find(range)!, CancellationToken.None);
    }

    public static MetricSubject Subject(int deployment) => new("Deployment", "media", $"app-{deployment}");

    public void Dispose() => _database.Dispose();

    private static Measured Of(int index, double cores) =>
        new(Subject(index), new Usage(cores, (400L << 20) + (long)(cores * (3 << 20))), new Levels(1000, 262_144, 0, 524_288), IsKept: true);

    /// <summary>As busy as an ordinary service: some 120 millicores, never the same twice.</summary>
    private double Wander() => 0.12 + _random.NextDouble() * 0.02;
}
