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
                        Tell(context, row, check, channels, now);
                }

                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private void Tell(PortalDbContext context, CheckIncidentRow row, CheckSummary check, IEnumerable<DesiredChannel> channels, DateTimeOffset now)
    {
        var (isSilent, hasEnded) = (check.IsSilent(now), row.EndedAtTicks is not null);
        if (!hasEnded && !row.IsTold && !isSilent)
        {
            row.IsTold = true;
            Add(context, row, check, channels, ToldKind.Down, now);
        }
        else if (hasEnded)
        {
            row.IsEndTold = true;
            if (row.IsTold && !isSilent)
                Add(context, row, check, channels, ToldKind.Recovered, now);
        }
    }

    private void Add(PortalDbContext context, CheckIncidentRow row, CheckSummary check, IEnumerable<DesiredChannel> channels, ToldKind kind, DateTimeOffset now)
    {
        foreach (var channel in channels.Where(channel => channel.Wants(check)))
        {
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
    }
}
