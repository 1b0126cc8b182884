using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Platform;
using HomelabPortal.Desired;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>
/// Puts what nobody was told yet into the outbox. The messages and the mark that they were made are one transaction,
/// so that neither a crash nor a restart tells anybody twice or nobody.
/// </summary>
internal sealed class Announcer(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, Live<ChecksState> checks, Live<DesiredState> desired, IOptions<CheckOptions> options, TimeProvider time)
{
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await context.CheckIncidents.AnyAsync(row => !row.IsEndTold, cancellationToken))
                return;
        }

        var (now, state, channels) = (time.GetUtcNow(), checks.Current.Value, desired.Current.Value.Channels);
        await writer.WriteAsync(
            async context =>
            {
                foreach (var row in await context.CheckIncidents.Where(row => !row.IsEndTold).OrderBy(row => row.Id).ToListAsync(cancellationToken))
                {
                    // A check that is not known is not read yet, after a start, or gone: then its outage is ended without words.
                    if (state.Find(row.CheckId) is { } check)
                        await TellAsync(context, row, check, channels, now, cancellationToken);
                }

                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private async Task TellAsync(PortalDbContext context, CheckIncidentRow row, CheckSummary check, IReadOnlyCollection<DesiredChannel> channels, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (isSilent, hasEnded) = (check.IsSilent(now), row.EndedAtTicks is not null);
        if (!hasEnded && !row.IsTold && !isSilent)
        {
            // One that nobody wants to hear of stays untold; a channel that comes to want it while it lasts hears of it then.
            row.IsTold = Add(context, row, check, channels.Where(channel => channel.Wants(check)), ToldKind.Down, now);
        }
        else if (hasEnded)
        {
            row.IsEndTold = true;
            if (row.IsTold && !isSilent)
            {
                var told = await ToldAsync(context, row.Id, cancellationToken);
                Add(context, row, check, channels.Where(channel => !channel.IsOff && told.Contains(channel.Id)), ToldKind.Recovered, now);
            }
        }
    }

    /// <summary>Who was told that it went down is told that it came back, whatever each wants now.</summary>
    private static Task<List<string>> ToldAsync(PortalDbContext context, long incident, CancellationToken cancellationToken)
    {
        var down = OutboxRows.Word(ToldKind.Down);
        return context.Notifications.Where(row => row.IncidentId == incident && row.Kind == down && row.State != NotificationRow.Dropped).Select(row => row.ChannelId).ToListAsync(cancellationToken);
    }

    /// <returns>False when there is nobody to be told.</returns>
    private bool Add(PortalDbContext context, CheckIncidentRow row, CheckSummary check, IEnumerable<DesiredChannel> channels, ToldKind kind, DateTimeOffset now)
    {
        var isAny = false;
        foreach (var channel in channels)
        {
            isAny = true;
            context.Notifications.Add(new NotificationRow
            {
                ChannelId = channel.Id,
                ChannelName = channel.Name,
                Kind = OutboxRows.Word(kind),
                CheckId = check.Id,
                CheckName = check.IsDerived ? $"{check.Name} ({check.Kind.Word()})" : check.Name,
                Severity = check.Severity.ToString(),
                Words = row.Words,
                IncidentId = row.Id,
                AtTicks = kind == ToldKind.Down ? row.StartedAtTicks : row.EndedAtTicks ?? now.UtcTicks,
                SinceTicks = kind == ToldKind.Down ? null : row.StartedAtTicks,
                DueTicks = (now + options.Value.GroupFor).UtcTicks,
                State = NotificationRow.Waiting,
            });
        }

        return isAny;
    }
}
