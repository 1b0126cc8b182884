using HomelabPortal.Hostnames.Trial;

namespace HomelabPortal.Hostnames.Api;

/// <summary>A rule of a tunnel in front of a request.</summary>
/// <param name="Note">Why it does not take it, what it hides, or what hides it.</param>
internal sealed record TriedRuleResource(int Place, string Hostname, string Path, string Service, MatchOutcome Outcome, bool IsWinner, string Note)
{
    public static TriedRuleResource Of(TriedRule rule) => new(rule.Part.Index + 1, rule.Part.Hostname, rule.Part.Path, rule.Part.Service, rule.Outcome, rule.IsWinner, rule.Note);
}
