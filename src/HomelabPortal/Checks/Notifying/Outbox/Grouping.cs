using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>Pure: whether a message that is due waits for more. One cause takes down many checks, which notice it one after the other over a minute or two.</summary>
internal static class Grouping
{
    /// <summary>From the first outage in it.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(90);

    /// <summary>Whoever wants messages sooner has them sooner in this too.</summary>
    private const double MostTimes = 4.5;

    /// <param name="groupFor">How long it waited already, for all that were down by then.</param>
    /// <returns>True while a check that the channel wants has begun to fail and may be down next.</returns>
    public static bool Waits(DesiredChannel channel, IReadOnlyList<NotificationRow> due, IEnumerable<CheckSummary> checks, TimeSpan groupFor, DateTimeOffset now)
    {
        if (due.Any(row => row.Attempts > 0) || due.All(row => OutboxRows.KindOf(row) != ToldKind.Down))
            return false;
        var most = groupFor * MostTimes < _longest ? groupFor * MostTimes : _longest;
        return now < OutboxRows.At(due.Min(row => row.DueTicks)) - groupFor + most
            && checks.Any(check => check.Phase == CheckPhase.Failing && !check.IsSilent(now) && channel.Wants(check));
    }
}
