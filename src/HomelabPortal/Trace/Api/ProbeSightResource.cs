using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Api;

/// <summary>One try.</summary>
/// <param name="Hop">The station that was tried.</param>
/// <param name="Vantage">From where: "from the portal's pod", "straight to 10.0.0.40", "through the public edge".</param>
/// <param name="Milliseconds">Null when nothing was sent.</param>
internal sealed record ProbeSightResource(HopKind Hop, string Vantage, string Target, ProbeOutcome Outcome, string Sentence, long? Milliseconds)
{
    public static ProbeSightResource Of(ProbeSight sight) => new(sight.Hop, sight.Vantage, sight.Target, sight.Outcome, sight.Sentence, sight.Took is { } took ? (long)took.TotalMilliseconds : null);
}
