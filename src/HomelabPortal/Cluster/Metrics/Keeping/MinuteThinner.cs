using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Cluster.Metrics.Keeping;

/// <summary>
/// Makes quarters of an hour of the minutes that are a day old, six hours at a time and a few hundred series a transaction,
/// so that neither the log of the database nor anyone's wait for a write grows. A stop in between is continued later.
/// </summary>
internal sealed class MinuteThinner(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer)
{
    public const int MinutesKept = 24 * MetricTime.MinutesOfAnHour;
    private const int Slice = 250;

    public async Task ThinAsync(long nowMinute, CancellationToken cancellationToken)
    {
        // Only six hours that are a day old as a whole; the next ones follow.
        var before = MetricTime.FloorTo(nowMinute - MinutesKept, MetricTime.CoarseBlock);
        foreach (var six in (await BlocksAsync(before, cancellationToken)).GroupBy(block => MetricTime.FloorTo(block.StartMinute, MetricTime.CoarseBlock)))
        {
            while (await ThinSliceAsync(six.Key, [.. six], cancellationToken))
            {
                // Each slice is a transaction of its own, and others may write between two.
            }
        }
    }

    private async Task<List<MetricBlockRow>> BlocksAsync(long before, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MetricBlocks.AsNoTracking().Where(block => block.StepMinutes == 1 && block.StartMinute < before).OrderBy(block => block.StartMinute).ToListAsync(cancellationToken);
    }

    /// <returns>False when nothing was left, and the blocks are gone.</returns>
    private Task<bool> ThinSliceAsync(long start, List<MetricBlockRow> blocks, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var ids = blocks.ConvertAll(block => block.Id);
            var series = await context.MetricChunks.Where(chunk => ids.Contains(chunk.BlockId)).Select(chunk => chunk.SeriesId).Distinct().OrderBy(id => id).Take(Slice).ToListAsync(cancellationToken);
            if (series.Count == 0)
            {
                await context.MetricBlocks.Where(block => ids.Contains(block.Id)).ExecuteDeleteAsync(cancellationToken);
            }
            else
            {
                // The lowest ids that are left, so all up to the last of them.
                var last = series[^1];
                var chunks = await context.MetricChunks.AsNoTracking().Where(chunk => ids.Contains(chunk.BlockId) && chunk.SeriesId <= last).ToListAsync(cancellationToken);
                await BlockWriter.PutAsync(context, MetricTime.CoarseStep, start, Coarse(start, blocks, chunks), cancellationToken);
                await TakeAwayAsync(context, chunks, last, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return series.Count > 0;
        },
        cancellationToken);

    private static async Task TakeAwayAsync(PortalDbContext context, List<MetricChunkRow> chunks, int last, CancellationToken cancellationToken)
    {
        foreach (var block in chunks.GroupBy(chunk => chunk.BlockId))
        {
            var (count, bytes) = (block.Count(), block.Sum(chunk => chunk.Data.Length));
            await context.MetricChunks.Where(chunk => chunk.BlockId == block.Key && chunk.SeriesId <= last).ExecuteDeleteAsync(cancellationToken);
            await context.MetricBlocks.Where(row => row.Id == block.Key)
                .ExecuteUpdateAsync(row => row.SetProperty(found => found.Chunks, found => found.Chunks - count).SetProperty(found => found.Bytes, found => found.Bytes - bytes), cancellationToken);
        }
    }

    private static Dictionary<int, StoredPoint?[]> Coarse(long start, List<MetricBlockRow> blocks, List<MetricChunkRow> chunks)
    {
        var starts = blocks.ToDictionary(block => block.Id, block => (int)(block.StartMinute - start));
        return chunks.GroupBy(chunk => chunk.SeriesId).ToDictionary(series => series.Key, series =>
        {
            var minutes = new StoredPoint?[MetricTime.CoarseBlock];
            foreach (var chunk in series)
                ChunkCodec.Decode(chunk.Data, MetricTime.MinutesOfAnHour)?.CopyTo(minutes, starts[chunk.BlockId]);
            return minutes.Chunk(MetricTime.CoarseStep).Select(Thinning.Of).ToArray();
        });
    }
}
