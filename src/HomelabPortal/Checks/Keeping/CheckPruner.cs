using HomelabPortal.Checks.Judging;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Checks.Keeping;

/// <summary>Joins five minutes to hours when they are a week old, and deletes what is older than it is kept. An hour at a time, so that others write between.</summary>
internal sealed class CheckPruner(DatabaseWriter writer)
{
    public const int HourMinutes = 60;
    private const int FineDays = 8;
    private const int DayMinutes = 1440;

    public async Task PruneAsync(DateTimeOffset now, int keepDays, CancellationToken cancellationToken)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        var horizon = (minute - (FineDays * DayMinutes)) / HourMinutes * HourMinutes;
        while (await JoinOneAsync(horizon, cancellationToken))
        {
            // The next hour.
        }

        var (oldest, oldestTicks) = (minute - ((long)keepDays * DayMinutes), now.AddDays(-keepDays).UtcTicks);
        await writer.WriteAsync(
            async context =>
            {
                await context.CheckBuckets.Where(row => row.StartMinute < oldest).ExecuteDeleteAsync(cancellationToken);
                await context.CheckIncidents.Where(row => row.EndedAtTicks != null && row.EndedAtTicks < oldestTicks).ExecuteDeleteAsync(cancellationToken);
                await context.CheckSilences.Where(row => row.UntilTicks < now.UtcTicks).ExecuteDeleteAsync(cancellationToken);
                return await context.Notifications.Where(row => row.State != NotificationRow.Waiting && row.AtTicks < oldestTicks).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <returns>False when no hour is left to join.</returns>
    private Task<bool> JoinOneAsync(long horizon, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            var first = await context.CheckBuckets.Where(row => row.StepMinutes == Stretch.Minutes && row.StartMinute < horizon).MinAsync(row => (long?)row.StartMinute, cancellationToken);
            if (first is not { } minute)
                return false;
            var (from, to) = (minute / HourMinutes * HourMinutes, (minute / HourMinutes * HourMinutes) + HourMinutes);
            var fine = await context.CheckBuckets.Where(row => row.StepMinutes == Stretch.Minutes && row.StartMinute >= from && row.StartMinute < to).ToListAsync(cancellationToken);
            var hours = await context.CheckBuckets.Where(row => row.StepMinutes == HourMinutes && row.StartMinute == from).ToDictionaryAsync(row => row.CheckId, cancellationToken);
            foreach (var group in fine.GroupBy(row => row.CheckId))
            {
                if (!hours.TryGetValue(group.Key, out var hour))
                {
                    hour = new CheckBucketRow { CheckId = group.Key, StepMinutes = HourMinutes, StartMinute = from };
                    context.CheckBuckets.Add(hour);
                }

                Buckets.Fill(hour, group.Aggregate(Buckets.Of(hour), (sum, row) => sum + Buckets.Of(row)));
            }

            context.CheckBuckets.RemoveRange(fine);
            await context.SaveChangesAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}
