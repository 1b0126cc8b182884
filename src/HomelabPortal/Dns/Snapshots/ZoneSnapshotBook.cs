using System.Collections.Immutable;
using System.Text.Json;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Dns.Snapshots;

/// <summary>Keeps whole zones as they were just before we wrote to them: Cloudflare itself keeps no history.</summary>
internal sealed class ZoneSnapshotBook(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, TimeProvider time)
{
    public const int Kept = 50;

    public Task<long> TakeAsync(string zoneId, string zoneName, IEnumerable<LiveRecord> records, string reason, CancellationToken cancellationToken)
    {
        var document = JsonSerializer.Serialize(records.Select(SnapshotRecord.Of));
        return writer.WriteAsync(
            async context =>
            {
                var old = await context.ZoneSnapshots.Where(row => row.ZoneId == zoneId)
                    .OrderByDescending(row => row.TakenAtTicks).ThenByDescending(row => row.Id)
                    .Skip(Kept - 1)
                    .ToListAsync(cancellationToken);
                context.ZoneSnapshots.RemoveRange(old);
                var row = new ZoneSnapshotRow { ZoneId = zoneId, ZoneName = zoneName, TakenAtTicks = time.GetUtcNow().UtcTicks, Reason = reason, Records = document };
                context.ZoneSnapshots.Add(row);
                await context.SaveChangesAsync(cancellationToken);
                return row.Id;
            },
            cancellationToken);
    }

    /// <summary>The newest first; of all zones when none is named.</summary>
    public async Task<IReadOnlyList<ZoneSnapshotInfo>> ListAsync(string? zoneId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ZoneSnapshots.AsNoTracking()
            .Where(row => zoneId == null || row.ZoneId == zoneId)
            .OrderByDescending(row => row.TakenAtTicks).ThenByDescending(row => row.Id)
            .Select(row => new { row.Id, row.ZoneId, row.ZoneName, row.TakenAtTicks, row.Reason })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ZoneSnapshotInfo(row.Id, row.ZoneId, row.ZoneName, new DateTimeOffset(row.TakenAtTicks, TimeSpan.Zero), row.Reason))];
    }

    public async Task<ZoneSnapshot?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ZoneSnapshots.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <summary>The newest snapshot of every zone, for the time before Cloudflare has answered once.</summary>
    public async Task<IReadOnlyList<ZoneSnapshot>> NewestAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context.ZoneSnapshots.GroupBy(row => row.ZoneId).Select(group => group.Max(row => row.Id)).ToListAsync(cancellationToken);
        var rows = await context.ZoneSnapshots.AsNoTracking().Where(row => newest.Contains(row.Id)).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    private static ZoneSnapshot Read(ZoneSnapshotRow row) => new(
        row.Id, row.ZoneId, row.ZoneName, new DateTimeOffset(row.TakenAtTicks, TimeSpan.Zero), row.Reason,
        [.. (JsonSerializer.Deserialize<ImmutableArray<SnapshotRecord>?>(row.Records) ?? []).Select(record => record.ToLive())]);
}
