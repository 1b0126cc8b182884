using System.Collections.Immutable;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Checks.Keeping;

/// <summary>The stored side of checks: tallies, outages and silences.</summary>
internal sealed class CheckBook(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer)
{
    private const int SlotMinutes = 30;

    public async Task<IReadOnlyList<OpenIncident>> OpenIncidentsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.CheckIncidents.AsNoTracking().Where(row => row.EndedAtTicks == null).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new OpenIncident(row.Id, row.CheckId, At(row.StartedAtTicks)))];
    }

    /// <returns>The id of the outage; the same one when it is stored already.</returns>
    public Task<long> BeginAsync(string check, DateTimeOffset startedAt, string words, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            if (await context.CheckIncidents.FirstOrDefaultAsync(row => row.CheckId == check && row.EndedAtTicks == null, cancellationToken) is { } open)
                return open.Id;
            var added = new CheckIncidentRow { CheckId = check, StartedAtTicks = startedAt.UtcTicks, Words = words };
            context.CheckIncidents.Add(added);
            await context.SaveChangesAsync(cancellationToken);
            return added.Id;
        },
        cancellationToken);

    /// <param name="isWorthTelling">False where it did not recover, but is not asked any more.</param>
    public Task EndAsync(long id, DateTimeOffset at, bool isWorthTelling, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            if (await context.CheckIncidents.FindAsync([id], cancellationToken) is not { EndedAtTicks: null } row)
                return 0;
            row.EndedAtTicks = at.UtcTicks;
            // Who was not told that it went down is not told that it came back.
            row.IsEndTold = !row.IsTold || !isWorthTelling;
            return await context.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    public async Task<IReadOnlyList<Incident>> IncidentsAsync(string check, long? before, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.CheckIncidents.AsNoTracking().Where(row => row.CheckId == check && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Incident(row.Id, row.CheckId, At(row.StartedAtTicks), row.EndedAtTicks is { } end ? At(end) : null, row.Words, row.IsTold))];
    }

    public Task AddAsync(IReadOnlyDictionary<(string Check, Stretch Stretch), Tally> counted, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            var first = counted.Keys.Min(key => key.Stretch.StartMinute);
            var there = await context.CheckBuckets.Where(row => row.StepMinutes == Stretch.Minutes && row.StartMinute >= first)
                .ToDictionaryAsync(row => (row.CheckId, row.StartMinute), cancellationToken);
            foreach (var ((check, stretch), tally) in counted)
            {
                if (!there.TryGetValue((check, stretch.StartMinute), out var row))
                {
                    row = new CheckBucketRow { CheckId = check, StepMinutes = Stretch.Minutes, StartMinute = stretch.StartMinute };
                    context.CheckBuckets.Add(row);
                }

                Buckets.Fill(row, Buckets.Of(row) + tally);
            }

            return await context.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    public async Task<ImmutableDictionary<string, CheckSums>> SumsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var minute = now.ToUnixTimeSeconds() / 60;
        var (day, week, month) = (await UptimesAsync(context, minute - 1440, cancellationToken), await UptimesAsync(context, minute - (7 * 1440), cancellationToken), await UptimesAsync(context, minute - (30 * 1440), cancellationToken));
        var slots = await Since(context, minute - 1440 - SlotMinutes).GroupBy(row => new { row.CheckId, Slot = row.StartMinute / SlotMinutes })
            .Select(group => new { group.Key.CheckId, group.Key.Slot, Up = group.Sum(row => row.UpMs), Down = group.Sum(row => row.DownMs) })
            .ToListAsync(cancellationToken);
        var byCheck = slots.ToLookup(slot => slot.CheckId);
        return month.ToImmutableDictionary(entry => entry.Key, entry => new CheckSums(
            day.GetValueOrDefault(entry.Key), week.GetValueOrDefault(entry.Key), entry.Value,
            byCheck[entry.Key].ToImmutableDictionary(slot => slot.Slot * SlotMinutes, slot => Uptime(slot.Up, slot.Down))));
    }

    /// <summary>Mean times of the last hours, oldest first, so that a line is there right after a restart.</summary>
    public async Task<ILookup<string, double?>> TimesAsync(DateTimeOffset now, TimeSpan back, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var from = (now - back).ToUnixTimeSeconds() / 60;
        var rows = await context.CheckBuckets.AsNoTracking().Where(row => row.StepMinutes == Stretch.Minutes && row.StartMinute >= from && row.Tries > 0)
            .OrderBy(row => row.StartMinute).Select(row => new { row.CheckId, row.TookUs, row.Answers }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.CheckId, row => row.Answers > 0 ? row.TookUs / 1000.0 / row.Answers : (double?)null);
    }

    public async Task<IReadOnlyList<Silence>> SilencesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.CheckSilences.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Silence(row.CheckId, At(row.UntilTicks), row.Actor))];
    }

    public Task SilenceAsync(Silence silence, CancellationToken cancellationToken) => writer.WriteAsync(
        async context =>
        {
            if (await context.CheckSilences.FindAsync([silence.CheckId], cancellationToken) is { } row)
                (row.UntilTicks, row.Actor) = (silence.Until.UtcTicks, silence.By);
            else
                context.CheckSilences.Add(new CheckSilenceRow { CheckId = silence.CheckId, UntilTicks = silence.Until.UtcTicks, Actor = silence.By });
            return await context.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Both steps are named, so that the index can be used: without, a year of history would be read for a day of it.</summary>
    private static IQueryable<CheckBucketRow> Since(PortalDbContext context, long minute) =>
        context.CheckBuckets.AsNoTracking().Where(row => (row.StepMinutes == Stretch.Minutes || row.StepMinutes == CheckPruner.HourMinutes) && row.StartMinute >= minute);

    private static async Task<Dictionary<string, Uptime>> UptimesAsync(PortalDbContext context, long from, CancellationToken cancellationToken) =>
        (await Since(context, from).GroupBy(row => row.CheckId)
            .Select(group => new { group.Key, Up = group.Sum(row => row.UpMs), Down = group.Sum(row => row.DownMs) }).ToListAsync(cancellationToken))
        .ToDictionary(sum => sum.Key, sum => Uptime(sum.Up, sum.Down));

    private static Uptime Uptime(long up, long down) => new(TimeSpan.FromMilliseconds(up), TimeSpan.FromMilliseconds(down));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
