using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>A request in front of a tunnel's rules.</summary>
/// <param name="IsLed">False when the record of the name does not lead to this tunnel.</param>
public sealed record TunnelTrial(string TunnelId, string TunnelName, bool IsLed, ValueList<TriedRule> Rules)
{
    /// <summary>The rule that takes it; null when none does or it cannot be told.</summary>
    public TriedRule? Winner => Rules.FirstOrDefault(rule => rule.IsWinner);

    /// <summary>A rule above the winner might take it first.</summary>
    public TriedRule? Doubt => Rules.TakeWhile(rule => !rule.IsWinner).FirstOrDefault(rule => rule.Outcome == MatchOutcome.Depends);
}
