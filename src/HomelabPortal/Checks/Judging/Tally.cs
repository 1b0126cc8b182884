namespace HomelabPortal.Checks.Judging;

/// <summary>What happened within one stretch of time; two of the same stretch can be added.</summary>
internal readonly record struct Tally(long UpMs, long DownMs, int Tries, int Fails, long TookUs, int Answers, long LeastUs, long MostUs)
{
    public Uptime Uptime => new(TimeSpan.FromMilliseconds(UpMs), TimeSpan.FromMilliseconds(DownMs));

    public static Tally Of(Verdict verdict, TimeSpan? took)
    {
        var micros = took is { } span ? (long)span.TotalMicroseconds : 0;
        return new Tally(0, 0, 1, verdict == Verdict.Down ? 1 : 0, micros, took is null ? 0 : 1, micros, micros);
    }

    public static Tally OfTime(Verdict verdict, TimeSpan span) =>
        verdict == Verdict.Up ? new Tally((long)span.TotalMilliseconds, 0, 0, 0, 0, 0, 0, 0) : new Tally(0, (long)span.TotalMilliseconds, 0, 0, 0, 0, 0, 0);

    public static Tally operator +(Tally one, Tally other) => new(
        one.UpMs + other.UpMs, one.DownMs + other.DownMs, one.Tries + other.Tries, one.Fails + other.Fails, one.TookUs + other.TookUs, one.Answers + other.Answers,
        Least(one, other), Math.Max(one.MostUs, other.MostUs));

    private static long Least(Tally one, Tally other) => (one.Answers, other.Answers) switch
    {
        (0, _) => other.LeastUs,
        (_, 0) => one.LeastUs,
        _ => Math.Min(one.LeastUs, other.LeastUs),
    };
}
