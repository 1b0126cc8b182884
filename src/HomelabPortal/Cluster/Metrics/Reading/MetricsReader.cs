using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Prometheus;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.Metrics.Reading;

/// <summary>Gives charts and the API what was measured: the last hour from memory, more from the database by one query, still more from a Prometheus.</summary>
internal sealed class MetricsReader(
    MetricsMemory memory, IDbContextFactory<PortalDbContext> contexts, PrometheusSource prometheus, IOptions<MetricsOptions> options, TimeProvider time)
{
    /// <summary>The ranges that there is anything to show of.</summary>
    /// <param name="isRemembered">True for a pod that its workload stands for.</param>
    public IReadOnlyList<MetricRange> RangesOf(bool isRemembered) =>
    [
        .. MetricRange.Own.Where(range => IsAtHand(range) || (options.Value.KeepHistory && !isRemembered)),
        .. MetricRange.Longer.Where(_ => prometheus.IsConfigured),
    ];

    /// <summary>True when the answer is at hand without waiting for anything.</summary>
    public static bool IsAtHand(MetricRange range) => range.Length <= MetricRange.Hour.Length;

    /// <summary>A pod that its workload stands for is remembered for an hour; all else as long as history is kept.</summary>
    /// <exception cref="OperationCanceledException">The reader left.</exception>
    public async ValueTask<MetricHistory> ReadAsync(MetricSubject subject, MetricRange range, CancellationToken cancellationToken)
    {
        var own = await ReadAsync(subject, range.Length, range.Step, cancellationToken);
        if (!range.IsLonger)
            return own;
        var answer = await prometheus.ReadAsync(subject, own.From, own.To, own.Step, cancellationToken);
        return answer.Points is { } points ? own with { Points = points, Source = HistorySource.Prometheus } : own with { Fault = answer.Fault };
    }

    public async ValueTask<MetricHistory> ReadAsync(MetricSubject subject, TimeSpan length, TimeSpan step, CancellationToken cancellationToken)
    {
        var stepMinutes = (int)step.TotalMinutes;
        var count = (int)(length / step);
        // The last point is the one that now falls into.
        var from = MetricTime.FloorTo(MetricTime.MinuteOf(time.GetUtcNow()), stepMinutes) - (long)(count - 1) * stepMinutes;
        var minutes = memory.Read(subject, from);
        // SQLite works on the thread that asks, which must not be the one that draws a page.
        var stored = length <= MetricRange.Hour.Length && minutes.Count > 0 ? [] : await Task.Run(() => ChunksAsync(subject, from, cancellationToken), cancellationToken);
        return new MetricHistory(MetricTime.At(from), step, Buckets.Of(stored, minutes, from, stepMinutes, count), HistorySource.Portal);
    }

    private async Task<IReadOnlyList<StoredChunk>> ChunksAsync(MetricSubject subject, long since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from block in context.MetricBlocks
            where block.StartMinute > since - MetricTime.CoarseBlock
            from chunk in context.MetricChunks.Where(chunk => chunk.BlockId == block.Id)
            from series in context.MetricSeries.Where(series => series.Id == chunk.SeriesId)
            where series.Kind == subject.Kind && series.Namespace == subject.Namespace && series.Name == subject.Name
            orderby block.StepMinutes descending
            select new StoredChunk(block.StepMinutes, block.StartMinute, chunk.Data)).AsNoTracking().ToListAsync(cancellationToken);
    }
}
