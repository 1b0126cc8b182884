using HomelabPortal.Checks.Judging;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Checks.Derived;

/// <summary>
/// Pure: what the looks at a name say of it.
/// <code>
/// edge      an answer below 500             Up
///           the login of Cloudflare Access  Up: the edge and its login are there; what is behind is for the other two to say
///           a bot check, an address of the house, no public resolver   Unknown: it was not seen
///           everything else                 Down
/// lan       what visitors get               Up
///           nothing was sent                Unknown
///           everything else                 Down
/// workload  the worst station: healthy or weakened is Up, broken Down, unseen Unknown
/// </code>
/// </summary>
internal static class DerivedVerdicts
{
    public static CheckAnswer Of(ProbeResult result) => result.Class switch
    {
        ProbeClass.Answer when result.Status < 500 => CheckAnswer.Up($"HTTP {result.Status} through Cloudflare.", result.Took),
        ProbeClass.AccessRedirect => CheckAnswer.Up("The login of Cloudflare Access answers. What is behind it is told by the other checks.", result.Took),
        ProbeClass.Blocked or ProbeClass.HouseAddress or ProbeClass.ResolverFault => CheckAnswer.Unknown(result.Sentence),
        _ => CheckAnswer.Down(result.Sentence, result.Took),
    };

    public static CheckAnswer Of(ProbeSight sight) => sight.Outcome switch
    {
        ProbeOutcome.Verified => CheckAnswer.Up(sight.Sentence, sight.Took),
        ProbeOutcome.NotTested => CheckAnswer.Unknown(sight.Sentence),
        _ => CheckAnswer.Down(sight.Sentence, sight.Took),
    };

    public static CheckAnswer Of(TraceReport report)
    {
        var hops = DerivedChecks.BehindOf(report).ToList();
        if (hops.Count == 0)
            return CheckAnswer.Unknown("Nothing of the lab is known behind the name now.");
        var worst = hops.Max(hop => hop.Verdict);
        var hop = hops.Find(one => one.Verdict == worst && one.Follows is null) ?? hops.First(one => one.Verdict == worst);
        return worst switch
        {
            TraceVerdict.Broken => CheckAnswer.Down($"{hop.Title}: {hop.Sentence}"),
            TraceVerdict.Unknown => CheckAnswer.Unknown($"{hop.Title}: {hop.Sentence}"),
            TraceVerdict.Degraded => CheckAnswer.Up($"{hop.Title}: {hop.Sentence}"),
            _ => CheckAnswer.Up(hops[^1].Sentence.Length > 0 ? hops[^1].Sentence : "Everything behind the name is as it should be."),
        };
    }
}
