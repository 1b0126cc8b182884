namespace HomelabPortal.Checks.Judging;

/// <summary>
/// Pure: the time between two tries belongs to what the earlier one found. It counts for a little longer than the interval and no more:
/// after that the portal slept or was stopped, and what was then is not known.
/// </summary>
internal static class Tallies
{
    /// <summary>A failure that is not confirmed yet was one all the same: uptime is not made better by patience.</summary>
    public static IEnumerable<(Stretch Stretch, Tally Tally)> Between(Verdict verdict, DateTimeOffset from, DateTimeOffset to, TimeSpan atMost)
    {
        var end = to - from > atMost ? from + atMost : to;
        if (verdict == Verdict.Unknown)
            yield break;
        for (var at = from; at < end;)
        {
            var stretch = Stretch.At(at);
            var until = stretch.To < end ? stretch.To : end;
            yield return (stretch, Tally.OfTime(verdict, until - at));
            at = until;
        }
    }
}
