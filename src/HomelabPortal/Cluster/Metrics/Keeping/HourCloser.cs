using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Cluster.Metrics.Keeping;

/// <summary>Makes chunks of the slabs of every hour that is over: one transaction an hour, also for hours that a stop or a crash left behind.</summary>
internal sealed class HourCloser(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer)
{
    public async Task CloseAsync(long nowMinute, CancellationToken cancellationToken)
    {
        var open = MetricTime.HourOf(nowMinute);
        foreach (var hour in await HoursAsync(cancellationToken))
        {
            if (hour != open)
                await CloseHourAsync(hour, cancellationToken);
        }
    }

    private async Task<List<long>> HoursAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MetricSlabs.Select(slab => slab.HourMinute).Distinct().OrderBy(hour => hour).ToListAsync(cancellationToken);
    }

    private Task<int> CloseHourAsync(long hour, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var series = new Dictionary<int, StoredPoint?[]>();
            var slabs = await context.MetricSlabs.AsNoTracking().Where(slab => slab.HourMinute == hour).OrderBy(slab => slab.Id).Select(slab => slab.Data).ToListAsync(cancellationToken);
            foreach (var (id, points) in slabs.SelectMany(slab => SlabCodec.Decode(slab)))
                Overlay(series, id, points);
            await BlockWriter.PutAsync(context, 1, hour, series, cancellationToken);
            var deleted = await context.MetricSlabs.Where(slab => slab.HourMinute == hour).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return deleted;
        },
        cancellationToken);

    private static void Overlay(Dictionary<int, StoredPoint?[]> series, int id, StoredPoint?[] points)
    {
        if (!series.TryGetValue(id, out var whole))
        {
            series[id] = points;
            return;
        }

        for (var slot = 0; slot < points.Length; slot++)
            whole[slot] = points[slot] ?? whole[slot];
    }
}
