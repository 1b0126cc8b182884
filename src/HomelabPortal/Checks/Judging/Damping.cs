using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Judging;

/// <summary>
/// Pure: from one try to the next.
/// <code>
/// was      try       becomes
/// not out  Up        Up, the failures are forgotten
/// not out  Down      Failing; Down with the DownAfter-th in a row: an outage begins, dated at the first of them
/// not out  Unknown   Unknown, the failures are kept: it neither confirms nor clears them
/// out      Up        Down; Up with the UpAfter-th in a row: the outage ends, dated at the last try
/// out      Down      Down, the answers are forgotten
/// out      Unknown   Unknown, the outage goes on
/// </code>
/// What comes and goes must stand for longer each time, so that it is one long outage and not one every few minutes:
/// <code>
/// outages within the hour   answers must have come for
/// one, two                  as long as UpAfter takes
/// three                     5 minutes
/// more                      15 minutes
/// </code>
/// </summary>
internal static class Damping
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    public static Standing Next(Standing standing, Verdict verdict, DateTimeOffset at, int downAfter, int upAfter) => verdict switch
    {
        Verdict.Up when standing.IsOut && (standing.Answers + 1 < upAfter || at - (standing.AnswersFrom ?? at) < Calm(standing, at)) =>
            standing with { Last = Verdict.Up, Answers = standing.Answers + 1, AnswersFrom = standing.AnswersFrom ?? at },
        Verdict.Up => new Standing(Verdict.Up, false, 0, 0, null, IsUpAlready(standing) ? standing.Since : at) { Begins = Recent(standing, at) },
        Verdict.Down => Failed(standing, at, downAfter),
        // A row of answers that was interrupted by a try that says nothing is no row.
        _ => standing with { Last = Verdict.Unknown, Answers = 0, AnswersFrom = null, Since = standing.IsOut ? standing.Since : null },
    };

    /// <summary>How long answers must have come before its outage is over.</summary>
    public static TimeSpan Calm(Standing standing, DateTimeOffset at) => Recent(standing, at).Count switch
    {
        < 3 => TimeSpan.Zero,
        3 => TimeSpan.FromMinutes(5),
        _ => TimeSpan.FromMinutes(15),
    };

    private static ValueList<DateTimeOffset> Recent(Standing standing, DateTimeOffset at) => [.. standing.Begins.Where(begin => at - begin < _hour)];

    private static bool IsUpAlready(Standing standing) => standing is { IsOut: false, Last: not Verdict.Unknown, Since: not null };

    private static Standing Failed(Standing standing, DateTimeOffset at, int downAfter)
    {
        var (fails, first) = (standing.Fails + 1, standing.FirstFail ?? at);
        var isOut = standing.IsOut || fails >= downAfter;
        var begins = Recent(standing, at);
        return new Standing(Verdict.Down, isOut, fails, 0, first, isOut && !standing.IsOut ? first : standing.Since) { Begins = isOut && !standing.IsOut ? [.. begins, first] : begins };
    }
}
