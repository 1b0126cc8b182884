using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Cluster.Metrics.Keeping;

/// <summary>Deletes what is older than it is kept, and the oldest while everything together takes more than it may. A block a transaction.</summary>
internal sealed class MetricsPruner(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer)
{
    /// <returns>How many blocks went.</returns>
    public async Task<int> PruneAsync(long nowMinute, int keepDays, long mostBytes, CancellationToken cancellationToken)
    {
        var blocks = await BlocksAsync(cancellationToken);
        var doomed = Doomed(blocks, nowMinute - (long)keepDays * 24 * MetricTime.MinutesOfAnHour, mostBytes);
        foreach (var block in doomed)
            await DeleteAsync(block, cancellationToken);
        return doomed.Count;
    }

    /// <summary>Blocks whose end is past the horizon, then the oldest until the rest fits.</summary>
    internal static IReadOnlyList<MetricBlockRow> Doomed(IEnumerable<MetricBlockRow> blocks, long horizonMinute, long mostBytes)
    {
        var left = blocks.OrderBy(block => block.StartMinute).ThenBy(block => block.StepMinutes).ToList();
        var doomed = left.FindAll(block => block.StartMinute + MetricTime.BlockOf(block.StepMinutes) <= horizonMinute);
        left = [.. left.Except(doomed)];
        var bytes = left.Sum(BytesOf);
        foreach (var block in left)
        {
            if (bytes <= mostBytes)
                break;
            doomed.Add(block);
            bytes -= BytesOf(block);
        }

        return doomed;
    }

    public static long BytesOf(MetricBlockRow block) => block.Bytes + (long)block.Chunks * BlockWriter.RowBytes;

    private async Task<List<MetricBlockRow>> BlocksAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MetricBlocks.AsNoTracking().ToListAsync(cancellationToken);
    }

    private Task<int> DeleteAsync(MetricBlockRow block, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await context.MetricChunks.Where(chunk => chunk.BlockId == block.Id).ExecuteDeleteAsync(cancellationToken);
            var deleted = await context.MetricBlocks.Where(row => row.Id == block.Id).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return deleted;
        },
        cancellationToken);
}
