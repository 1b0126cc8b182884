using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Running;
using HomelabPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Checks.Keeping;

/// <summary>Reads the history of a check: what is stored, and what is not stored yet.</summary>
internal sealed class CheckHistories(IDbContextFactory<PortalDbContext> contexts, PendingTallies pending, TimeProvider time)
{
    public async Task<CheckHistory> ReadAsync(string check, CheckRange range, CancellationToken cancellationToken)
    {
        var end = (time.GetUtcNow().ToUnixTimeSeconds() / 60 / range.StepMinutes * range.StepMinutes) + range.StepMinutes;
        var from = end - (long)range.Length.TotalMinutes;
        var points = new Tally?[(end - from) / range.StepMinutes];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var row in await context.CheckBuckets.AsNoTracking().Where(row => row.CheckId == check && row.StartMinute >= from && row.StartMinute < end).ToListAsync(cancellationToken))
            Add(row.StartMinute, Buckets.Of(row));
        foreach (var (stretch, tally) in pending.Of(check))
            Add(stretch.StartMinute, tally);
        return new CheckHistory(DateTimeOffset.FromUnixTimeSeconds(from * 60), TimeSpan.FromMinutes(range.StepMinutes), points);

        void Add(long minute, Tally tally)
        {
            if (minute < from || minute >= end)
                return;
            var index = (minute - from) / range.StepMinutes;
            points[index] = (points[index] ?? default) + tally;
        }
    }
}
