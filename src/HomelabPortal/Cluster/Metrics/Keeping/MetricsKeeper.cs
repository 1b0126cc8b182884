using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Sampling;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.Metrics.Keeping;

/// <summary>When what is written: minutes every few minutes, and once an hour chunks, thinning and deleting.</summary>
internal sealed partial class MetricsKeeper(
    MetricsStore store, HourCloser closer, MinuteThinner thinner, MetricsPruner pruner, IOptions<MetricsOptions> options, TimeProvider time, ILogger<MetricsKeeper> logger)
{
    /// <summary>What a crash loses at most. Less often is less wear of an SD card.</summary>
    public const int MinutesBetweenWrites = 5;
    private const long BytesOfAMegabyte = 1_000_000;
    private long? _written;
    private long? _tidied;

    public async Task LoadAsync(MetricsMemory memory, CancellationToken cancellationToken)
    {
        memory.Tick(time.GetUtcNow());
        if (!options.Value.KeepHistory)
            return;
        foreach (var series in await store.LoadAsync(Now, cancellationToken))
            memory.Restore(series.Subject, series.Minutes);
    }

    /// <summary>Call once a minute.</summary>
    public async Task PassAsync(MetricsMemory memory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var minute = MetricTime.MinuteOf(now);
        if (options.Value.KeepHistory && Math.Abs(minute - (_written ?? minute - MinutesBetweenWrites)) >= MinutesBetweenWrites)
        {
            await FlushAsync(memory, cancellationToken);
            _written = minute;
        }

        if (MetricTime.HourOf(minute) != _tidied && memory.IsWritten)
        {
            await TidyAsync(memory, minute, cancellationToken);
            _tidied = MetricTime.HourOf(minute);
        }
    }

    public async Task FlushAsync(MetricsMemory memory, CancellationToken cancellationToken)
    {
        var unwritten = memory.Unwritten();
        if (unwritten.Count == 0)
            return;
        await store.AppendAsync(unwritten, cancellationToken);
        memory.Written(unwritten);
    }

    /// <summary>Everything here looks at what is stored and can be done again after a stop half way.</summary>
    private async Task TidyAsync(MetricsMemory memory, long minute, CancellationToken cancellationToken)
    {
        await closer.CloseAsync(minute, cancellationToken);
        await thinner.ThinAsync(minute, cancellationToken);
        var gone = await pruner.PruneAsync(minute, options.Value.KeepDays, options.Value.MaxMegabytes * BytesOfAMegabyte, cancellationToken);
        memory.Forget();
        if (gone > 0)
            await store.ForgetSeriesAsync(memory.Subjects(), cancellationToken);
        Log.Tidied(logger, gone);
    }

    private long Now => MetricTime.MinuteOf(time.GetUtcNow());

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "The history of CPU and memory is in order; {Gone} blocks had served their time")]
        public static partial void Tidied(ILogger logger, int gone);
    }
}
