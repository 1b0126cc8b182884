using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>One rule of a tunnel in the order in which it is asked.</summary>
/// <param name="Part">The rule.</param>
/// <param name="Outcome">Whether it takes the request.</param>
/// <param name="IsWinner">It is the first that does.</param>
/// <param name="Note">Why it does not, what it hides, or what hides it.</param>
public sealed record TriedRule(TunnelPart Part, MatchOutcome Outcome, bool IsWinner, string Note);
