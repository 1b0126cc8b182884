namespace HomelabPortal.Trace.Reports;

/// <summary>One thing that was found at a station.</summary>
/// <param name="Code">Stable, for programs: "dns.missing".</param>
/// <param name="What">What is so, and at what, in one sentence.</param>
/// <param name="Remedy">What somebody can do about it, in one sentence.</param>
/// <param name="Command">What shows the same from a terminal.</param>
public sealed record TraceFinding(string Code, TraceVerdict Verdict, string What, string Remedy, string Command)
{
    public TraceFix? Fix { get; init; }

    /// <summary>Of something unknown, when it was last seen; null when never.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>When it came to be so, where that is known.</summary>
    public DateTimeOffset? Since { get; init; }
}
