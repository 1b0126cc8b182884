using HomelabPortal.Cluster.Metrics.Keeping;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Platform;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.Metrics.Sampling;

/// <summary>Takes every measurement into memory, writes the minutes every few minutes and at the end, and keeps the stored history in order each hour.</summary>
internal sealed partial class MetricsRecorder(
    Live<ClusterState> cluster, MetricsMemory memory, MetricsKeeper keeper, UsageTrails trails, Live<MetricsPulse> pulse,
    IOptions<MetricsOptions> options, TimeProvider time, ILogger<MetricsRecorder> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);
    private readonly Measurer _measurer = new();
    private ClusterMetrics? _measured;
    private long _minute;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(() => keeper.LoadAsync(memory, stoppingToken));
        trails.Nodes = memory.Trails(MetricSubject.NodeKind, UsageHistory.Longest);
        try
        {
            while (true)
            {
                await TryAsync(() => PassAsync(stoppingToken));
                await Task.Delay(_interval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            memory.Close();
            // The portal stops; its last minutes are worth the moment.
            await TryAsync(() => keeper.FlushAsync(memory, CancellationToken.None));
        }
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Look(now);
        if (MetricTime.MinuteOf(now) is var minute && minute != _minute)
        {
            _minute = minute;
            trails.Nodes = memory.Trails(MetricSubject.NodeKind, UsageHistory.Longest);
            await keeper.PassAsync(memory, now, cancellationToken);
        }
    }

    /// <summary>What was not measured anew is not measured again: while the cluster is away, its minutes are gaps.</summary>
    private void Look(DateTimeOffset now)
    {
        var state = cluster.Current.Value;
        var isNew = state.Metrics is { Status.Phase: SourcePhase.Live } && !ReferenceEquals(state.Metrics, _measured);
        if (!isNew)
        {
            memory.Tick(now);
            return;
        }

        _measured = state.Metrics;
        memory.Measure(now, _measurer.Measure(state, now), options.Value.MostKept);
        pulse.Publish(new MetricsPulse(pulse.Current.Value.Measured + 1, MetricTime.MinuteOf(now)));
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The loop sees its own cancellation.
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The history of CPU and memory could not be kept; what is missing in the database is tried again every few minutes")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
