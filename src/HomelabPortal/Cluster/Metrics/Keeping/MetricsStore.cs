using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Sampling;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Cluster.Metrics.Keeping;

/// <summary>
/// Takes minutes into the database: a few minutes of everything are one row (a slab), so that little is written often,
/// and an hour that is over becomes one chunk per series (<see cref="HourCloser"/>).
/// </summary>
internal sealed class MetricsStore(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer)
{
    private const int MostParameters = 500;
    private readonly SeriesIds _ids = new();

    /// <summary>Reads the ids, and the minutes of the last two hours.</summary>
    public async Task<IReadOnlyList<StoredMinutes>> LoadAsync(long nowMinute, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        _ids.Load(await context.MetricSeries.AsNoTracking().ToListAsync(cancellationToken));
        var from = nowMinute - SeriesMemory.KeptMinutes;
        var minutes = new Dictionary<int, List<(long, StoredPoint)>>();
        var chunks = await context.MetricChunks.AsNoTracking()
            .Join(context.MetricBlocks, chunk => chunk.BlockId, block => block.Id, (chunk, block) => new { block.StepMinutes, block.StartMinute, chunk.SeriesId, chunk.Data })
            .Where(found => found.StepMinutes == 1 && found.StartMinute > from - MetricTime.MinutesOfAnHour && found.StartMinute <= nowMinute)
            .ToListAsync(cancellationToken);
        foreach (var chunk in chunks)
            Add(minutes, chunk.SeriesId, chunk.StartMinute, ChunkCodec.Decode(chunk.Data, MetricTime.MinutesOfAnHour), from);
        foreach (var slab in await context.MetricSlabs.AsNoTracking().OrderBy(slab => slab.Id).ToListAsync(cancellationToken))
        {
            foreach (var (id, points) in SlabCodec.Decode(slab.Data))
                Add(minutes, id, slab.HourMinute, points, from);
        }

        return [.. _ids.All.Where(entry => minutes.ContainsKey(entry.Value)).Select(entry => new StoredMinutes(entry.Key, minutes[entry.Value]))];
    }

    /// <summary>Writes the minutes in one transaction. When it throws, nothing was written and the same minutes can be given again.</summary>
    public async Task AppendAsync(IReadOnlyList<UnwrittenSeries> series, CancellationToken cancellationToken)
    {
        var added = series.Where(one => _ids.Find(one.Subject) is null).Select((one, index) => _ids.New(one.Subject, index)).ToList();
        var ids = added.ToDictionary(row => new MetricSubject(row.Kind, row.Namespace, row.Name), row => row.Id);
        var slabs = Slabs(series, one => _ids.Find(one) ?? ids[one]).ToList();
        await writer.WriteAsync(
            async context =>
            {
                context.MetricSeries.AddRange(added);
                context.MetricSlabs.AddRange(slabs);
                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        foreach (var row in added)
            _ids.Keep(row);
    }

    /// <summary>Deletes the series that nothing is kept of any more, but for those that are being measured.</summary>
    public async Task ForgetSeriesAsync(IReadOnlySet<MetricSubject> measured, CancellationToken cancellationToken)
    {
        var idle = _ids.All.Where(entry => !measured.Contains(entry.Key)).Select(entry => entry.Value).ToHashSet();
        if (idle.Count == 0)
            return;
        await writer.WriteAsync(
            async context =>
            {
                idle.ExceptWith(await context.MetricChunks.Select(chunk => chunk.SeriesId).Distinct().ToListAsync(cancellationToken));
                // A slab is packed; who is in one is kept until its hour is over.
                foreach (var slab in await context.MetricSlabs.AsNoTracking().Select(slab => slab.Data).ToListAsync(cancellationToken))
                    idle.ExceptWith(SlabCodec.Decode(slab).Select(entry => entry.SeriesId));
                var deleted = 0;
                foreach (var some in idle.Chunk(MostParameters))
                    deleted += await context.MetricSeries.Where(row => some.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
                return deleted;
            },
            cancellationToken);
        _ids.Forget(idle);
    }

    private static IEnumerable<MetricSlabRow> Slabs(IReadOnlyList<UnwrittenSeries> series, Func<MetricSubject, int> id) =>
        from one in series
        from entry in one.Minutes
        group (one.Subject, entry) by MetricTime.HourOf(entry.Minute) into hour
        select new MetricSlabRow
        {
            HourMinute = hour.Key,
            Data = SlabCodec.Encode(hour.GroupBy(found => found.Subject).Select(same => (id(same.Key), Slots(hour.Key, same.Select(found => found.entry))))),
        };

    private static StoredPoint?[] Slots(long hour, IEnumerable<(long Minute, StoredPoint Point)> minutes)
    {
        var slots = new StoredPoint?[MetricTime.MinutesOfAnHour];
        foreach (var (minute, point) in minutes)
            slots[minute - hour] = point;
        return slots;
    }

    private static void Add(Dictionary<int, List<(long Minute, StoredPoint Point)>> minutes, int id, long start, StoredPoint?[]? points, long from)
    {
        for (var slot = 0; slot < points?.Length; slot++)
        {
            if (points[slot] is not { } point || start + slot < from)
                continue;
            if (!minutes.TryGetValue(id, out var list))
                minutes[id] = list = [];
            list.Add((start + slot, point));
        }
    }
}
