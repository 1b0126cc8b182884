using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>
/// Sends what is due, all of a channel as one message, and marks it after: whoever is killed between says it again rather than never.
/// <code>
/// channel gone or off            dropped
/// quiet hours                    waits for their end
/// others begin to fail           waits for them, up to 90 seconds in all
/// taken                          sent, with who of several did not get it
/// not taken                      tried again, later each time; a day after the first try it has failed
/// one of them waits for that     so do the others of its channel
/// its outcome cannot be stored   only the storing is tried again, later each time; the other channels go on
/// </code>
/// </summary>
internal sealed partial class OutboxSender(
    OutboxBook book, Notifier notifier, Live<DesiredState> desired, Live<ChecksState> checks, IOptions<CheckOptions> options, Random random, TimeProvider time, ILogger<OutboxSender> logger)
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _givenUp = TimeSpan.FromDays(1);

    /// <summary>A disk that has room again is noticed within minutes.</summary>
    private const int MostDoublings = 3;
    private readonly OutboxMemory _memory = new();

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        var waiting = await book.WaitingAsync(cancellationToken);
        foreach (var group in waiting.GroupBy(row => row.ChannelId).ToList())
            await TryPassAsync(group.Key, [.. group], cancellationToken);
        if (waiting.Count > 0 || !book.IsPublished)
            await book.PublishAsync(cancellationToken);
    }

    /// <summary>A channel whose rows cannot be stored holds up no other, and is not told the same every few seconds.</summary>
    private async Task TryPassAsync(string channel, IReadOnlyList<NotificationRow> rows, CancellationToken cancellationToken)
    {
        if (_memory.IsResting(channel, time.GetUtcNow()))
            return;
        try
        {
            var taken = rows.Where(row => _memory.Find(row.Id) is not null).ToList();
            await MarkAsync(taken);
            if (rows.Except(taken).ToList() is { Count: > 0 } open)
                await PassAsync(open, cancellationToken);
            _memory.EndRest(channel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _memory.Rest(channel, time.GetUtcNow() + WaitAfter(Math.Min(_memory.FaultsOf(channel), MostDoublings), null));
            Log.StoreFailed(logger, rows[0].ChannelName, fault);
        }
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

        // A service that wants to be left alone is not told something else meanwhile.
        var isHeld = ready.Any(row => row.Attempts > 0 && row.DueTicks > now.UtcTicks);
        if (!isHeld && ready.Any(row => row.DueTicks <= now.UtcTicks) && !Grouping.Waits(channel, ready, checks.Current.Value.List, options.Value.GroupFor, now))
            await SendAsync(channel, ready, cancellationToken);
    }

    private async Task SendAsync(DesiredChannel channel, IReadOnlyList<NotificationRow> rows, CancellationToken cancellationToken)
    {
        string? refused;
        try
        {
            refused = await notifier.SendAsync(channel, [.. rows.Select(row => row.ToTold())], cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var known = fault as NotifyFault ?? new NotifyFault($"It failed unexpectedly ({fault.GetType().Name}).");
            await KeepAsync(rows, known, cancellationToken);
            return;
        }

        _memory.Took(Ids(rows), new TakenMessage(time.GetUtcNow(), refused));
        await MarkAsync(rows);
    }

    /// <summary>They were taken, so this is noted even when the portal stops.</summary>
    private async Task MarkAsync(IReadOnlyList<NotificationRow> taken)
    {
        if (taken.Count == 0)
            return;
        await book.ChangeAsync(
            Ids(taken),
            row =>
            {
                if (_memory.Find(row.Id) is { } message)
                    Tried(row, NotificationRow.Sent, message.Refused, message.At);
            },
            CancellationToken.None);
        _memory.Marked(Ids(taken));
    }

    private Task KeepAsync(IReadOnlyList<NotificationRow> rows, NotifyFault fault, CancellationToken cancellationToken)
    {
        var (now, wait) = (time.GetUtcNow(), WaitAfter(rows.Max(row => row.Attempts), fault.RetryAfter));
        return book.ChangeAsync(
            Ids(rows),
            row =>
            {
                Tried(row, row.FirstTriedAtTicks is { } first && now - OutboxRows.At(first) > _givenUp ? NotificationRow.Failed : NotificationRow.Waiting, fault.Message, now);
                row.DueTicks = (now + wait).UtcTicks;
            },
            cancellationToken);
    }

    private static void Tried(NotificationRow row, string state, string? fault, DateTimeOffset at)
    {
        (row.State, row.Fault, row.TriedAtTicks) = (state, fault, at.UtcTicks);
        row.FirstTriedAtTicks ??= at.UtcTicks;
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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "What became of messages to {Channel} could not be stored; it is tried again")]
        public static partial void StoreFailed(ILogger logger, string channel, Exception fault);
    }
}
