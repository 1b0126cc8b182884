using System.Collections.Immutable;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>
/// Pure: asks the rules of a tunnel as cloudflared does: top down, the first that matches host and path takes the request.
/// A wildcard stands for any number of labels, a path is an expression that may match anywhere.
/// </summary>
internal static class TunnelTrials
{
    public static TunnelTrial Of(LiveTunnel tunnel, TrialRequest request, bool isLed, HostnameFacts facts)
    {
        var rules = TunnelDocument.Rules(tunnel.Document);
        var outcomes = rules.Select(rule => Match(rule, request)).ToImmutableArray();
        var winner = outcomes.IndexOf(MatchOutcome.Yes);
        var tried = rules.Select((rule, index) => new TriedRule(
            TunnelRules.Part(tunnel, index, rule, winner < 0 || index <= winner, isLed, facts), outcomes[index], index == winner, Note(rules, outcomes, index, winner, request)));
        return new TunnelTrial(tunnel.Id, tunnel.Name, isLed, [.. tried]);
    }

    private static MatchOutcome Match(TunnelRule rule, TrialRequest request) =>
        !rule.Catches(request.Host) ? MatchOutcome.No : rule.Path.Length == 0 ? MatchOutcome.Yes : GoPattern.Of(rule.Path).Matches(request.Path);

    private static string Note(ImmutableArray<TunnelRule> rules, ImmutableArray<MatchOutcome> outcomes, int index, int winner, TrialRequest request) => outcomes[index] switch
    {
        MatchOutcome.Depends => $"Its path {rules[index].Path} is an expression that cannot be read here, so it may take the request.",
        MatchOutcome.No => !rules[index].Catches(request.Host) ? "Another hostname." : $"Its path {rules[index].Path} does not match {request.Path}.",
        _ when index == winner => Hides(rules, outcomes, winner),
        _ => $"Would match, but {Name(rules[winner])} above it takes the request first.",
    };

    private static string Hides(ImmutableArray<TunnelRule> rules, ImmutableArray<MatchOutcome> outcomes, int winner)
    {
        var hidden = Enumerable.Range(winner + 1, rules.Length - winner - 1).Where(index => outcomes[index] == MatchOutcome.Yes && !rules[index].IsCatchAll).Select(index => Name(rules[index])).ToList();
        return hidden.Count == 0 ? "Takes the request." : $"Takes the request before {Words.Names(hidden)}.";
    }

    private static string Name(TunnelRule rule) => $"{(rule.Hostname.Length > 0 ? rule.Hostname : "the rule for everything")}{(rule.Path.Length > 0 ? $" with path {rule.Path}" : "")}";
}
