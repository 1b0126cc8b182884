using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Reading;

/// <summary>
/// Puts what is stored and what is in memory onto the steps of a chart. The finest that is known of a stretch of time wins:
/// memory, then minutes, then quarters of an hour, which fill the steps they cover.
/// </summary>
internal static class Buckets
{
    public static IReadOnlyList<StoredPoint?> Of(IEnumerable<StoredChunk> stored, IReadOnlyDictionary<long, StoredPoint> minutes, long from, int stepMinutes, int count)
    {
        var fine = new StoredPoint?[count * stepMinutes];
        foreach (var chunk in stored.OrderByDescending(chunk => chunk.StepMinutes))
            Put(fine, chunk, from);
        foreach (var (minute, point) in minutes)
        {
            if (minute >= from && minute < from + fine.Length)
                fine[minute - from] = point;
        }

        if (stepMinutes == 1)
            return fine;
        var points = new StoredPoint?[count];
        for (var index = 0; index < count; index++)
            points[index] = Thinning.Of(fine[(index * stepMinutes)..((index + 1) * stepMinutes)]);
        return points;
    }

    private static void Put(StoredPoint?[] fine, StoredChunk chunk, long from)
    {
        if (ChunkCodec.Decode(chunk.Data, MetricTime.SlotsOf(chunk.StepMinutes)) is not { } points)
            return;
        for (var slot = 0; slot < points.Length; slot++)
        {
            if (points[slot] is not { } point)
                continue;
            var start = chunk.StartMinute + slot * chunk.StepMinutes - from;
            for (var minute = Math.Max(start, 0); minute < Math.Min(start + chunk.StepMinutes, fine.Length); minute++)
                fine[minute] = point;
        }
    }
}
