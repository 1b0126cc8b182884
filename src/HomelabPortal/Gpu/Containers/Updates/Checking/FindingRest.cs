namespace HomelabPortal.Gpu.Containers.Updates.Checking;

/// <summary>
/// Pure: how long a registry is left in peace.
/// <code>
/// it answered                              the interval
/// it wants a login, or has no such tag     the interval: only a person changes that
/// it was asked too often                   an hour, doubled each time, at most a day
/// it could not be reached, or else         five minutes, doubled each time, at most the interval
/// </code>
/// Each a fifth more or less, so that many images do not ask at once for ever.
/// </summary>
internal static class FindingRest
{
    private const double Spread = 0.2;
    private const int MostDoublings = 12;
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan _short = TimeSpan.FromMinutes(5);

    /// <param name="failures">How often in a row it failed, this time included.</param>
    /// <param name="dice">From 0 to 1.</param>
    public static TimeSpan After(FindingFault? fault, int failures, TimeSpan interval, double dice)
    {
        var rest = fault switch
        {
            FindingFault.Limited => Doubled(_hour, failures, interval > _day ? interval : _day),
            FindingFault.Unreachable or FindingFault.Other => Doubled(_short, failures, interval),
            _ => interval,
        };
        return rest * (1 - Spread + 2 * Spread * dice);
    }

    private static TimeSpan Doubled(TimeSpan first, int failures, TimeSpan most)
    {
        var rest = first * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return rest < most ? rest : most;
    }
}
