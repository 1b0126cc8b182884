using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Cluster.Metrics.Keeping;

/// <summary>Puts packed points into one block, within a transaction of the caller. What is there already is merged, so doing it twice changes nothing.</summary>
internal static class BlockWriter
{
    /// <summary>A row costs this much beside its data: keys, index and page heads, measured.</summary>
    public const int RowBytes = 36;

    /// <param name="series">The points of each series, one per slot of the block.</param>
    public static async Task PutAsync(
        PortalDbContext context, int stepMinutes, long startMinute, IReadOnlyDictionary<int, StoredPoint?[]> series, CancellationToken cancellationToken)
    {
        var block = await context.MetricBlocks.SingleOrDefaultAsync(row => row.StepMinutes == stepMinutes && row.StartMinute == startMinute, cancellationToken);
        if (block is null)
        {
            block = new MetricBlockRow { StepMinutes = stepMinutes, StartMinute = startMinute };
            context.MetricBlocks.Add(block);
            // The chunks need its id; the caller's transaction still makes it one unit.
            await context.SaveChangesAsync(cancellationToken);
        }

        // Thousands of ids would be thousands of parameters; those between the first and the last are few more.
        var (first, last) = (series.Keys.DefaultIfEmpty().Min(), series.Keys.DefaultIfEmpty().Max());
        var stored = await context.MetricChunks.Where(row => row.BlockId == block.Id && row.SeriesId >= first && row.SeriesId <= last).ToDictionaryAsync(row => row.SeriesId, cancellationToken);
        foreach (var (id, points) in series)
        {
            var data = ChunkCodec.Encode(stored.TryGetValue(id, out var before) ? Merge(before.Data, points) : points);
            if (before is null)
            {
                context.MetricChunks.Add(new MetricChunkRow { BlockId = block.Id, SeriesId = id, Data = data });
                block.Chunks++;
            }

            block.Bytes += data.Length - (before?.Data.Length ?? 0);
            before?.Data = data;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Later points replace earlier ones: the clock was set back, and the hour is lived again.</summary>
    private static StoredPoint?[] Merge(byte[] before, StoredPoint?[] points)
    {
        var merged = ChunkCodec.Decode(before, points.Length) ?? new StoredPoint?[points.Length];
        for (var slot = 0; slot < points.Length; slot++)
            merged[slot] = points[slot] ?? merged[slot];
        return merged;
    }
}
