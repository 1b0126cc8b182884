using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>
/// Sends what is due, all of a channel as one message, and marks it after: whoever is killed between says it again rather than never.
/// <code>
/// channel gone or off            dropped
/// quiet hours                    waits for their end
/// taken                          sent, with who of several did not get it
/// not taken                      tried again, later each time; after a day it has failed
/// </code>
/// </summary>
internal sealed class OutboxSender(OutboxBook book, Notifier notifier, Live<DesiredState> desired, Random random, TimeProvider time)
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _givenUp = TimeSpan.FromDays(1);

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        var waiting = await book.WaitingAsync(cancellationToken);
        foreach (var group in waiting.GroupBy(row => row.ChannelId).ToList())
            await PassAsync([.. group], cancellationToken);
        if (waiting.Count > 0 || !book.IsPublished)
            await book.PublishAsync(cancellationToken);
    }

    private async Task PassAsync(IReadOnlyList<NotificationRow> rows, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (desired.Current.Value.FindChannel(rows[0].ChannelId) is not { IsOff: false } channel)
        {
            await book.ChangeAsync(Ids(rows), row => (row.State, row.Fault) = (NotificationRow.Dropped, "The channel is gone or off."), cancellationToken);
            return;
        }

        if (rows.All(row => row.DueTicks > now.UtcTicks))
            return;
        // One that is due takes the others along, but for those that wait for the end of the quiet hours.
        var ready = rows.Where(row => channel.WaitsUntil(OutboxRows.SeverityOf(row), now) is null).ToList();
        foreach (var held in rows.Except(ready).GroupBy(OutboxRows.SeverityOf).ToList())
        {
            var end = (channel.WaitsUntil(held.Key, now) ?? now).UtcTicks;
            if (held.Any(row => row.DueTicks < end))
                await book.ChangeAsync(Ids(held), row => row.DueTicks = end, cancellationToken);
        }

        if (ready.Any(row => row.DueTicks <= now.UtcTicks))
            await SendAsync(channel, ready, cancellationToken);
    }

    private async Task SendAsync(DesiredChannel channel, IReadOnlyList<NotificationRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            var refused = await notifier.SendAsync(channel, [.. rows.Select(row => row.ToTold())], cancellationToken);
            // It was taken, so this must be noted even when the portal stops.
            await book.ChangeAsync(Ids(rows), row => Tried(row, NotificationRow.Sent, refused), CancellationToken.None);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One channel that fails in an odd way must not hold up the others.
            var known = fault as NotifyFault ?? new NotifyFault($"It failed unexpectedly ({fault.GetType().Name}).");
            await KeepAsync(rows, known, cancellationToken);
        }
    }

    private Task KeepAsync(IReadOnlyList<NotificationRow> rows, NotifyFault fault, CancellationToken cancellationToken)
    {
        var (now, wait) = (time.GetUtcNow(), WaitAfter(rows.Max(row => row.Attempts), fault.RetryAfter));
        return book.ChangeAsync(
            Ids(rows),
            row =>
            {
                Tried(row, now - OutboxRows.At(row.AtTicks) > _givenUp && row.Attempts > 0 ? NotificationRow.Failed : NotificationRow.Waiting, fault.Message);
                row.DueTicks = (now + wait).UtcTicks;
            },
            cancellationToken);
    }

    private void Tried(NotificationRow row, string state, string? fault)
    {
        (row.State, row.Fault, row.TriedAtTicks) = (state, fault, time.GetUtcNow().UtcTicks);
        row.Attempts++;
    }

    /// <summary>Doubling with jitter, and never sooner than the service wants.</summary>
    private TimeSpan WaitAfter(int attempts, TimeSpan? wanted)
    {
        double roll;
        lock (random)
            roll = random.NextDouble();
        var ceiling = Math.Min(_longest.TotalSeconds, _first.TotalSeconds * Math.Pow(2, Math.Min(attempts, 20)));
        var own = TimeSpan.FromSeconds(ceiling * (0.5 + (roll / 2)));
        return wanted is { } least && least > own ? (least < _longest * 2 ? least : _longest * 2) : own;
    }

    private static List<long> Ids(IEnumerable<NotificationRow> rows) => [.. rows.Select(row => row.Id)];
}
