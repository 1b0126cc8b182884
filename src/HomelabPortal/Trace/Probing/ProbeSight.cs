using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Probing;

/// <summary>One try, and from where it was made.</summary>
/// <param name="Hop">The station that was tried.</param>
/// <param name="Vantage">"from the portal's pod", "straight to 10.0.0.40", "through the public edge".</param>
/// <param name="Target">What was asked: "10.43.0.9:80".</param>
/// <param name="Took">Null when nothing was sent.</param>
public sealed record ProbeSight(HopKind Hop, string Vantage, string Target, ProbeOutcome Outcome, string Sentence, TimeSpan? Took);
