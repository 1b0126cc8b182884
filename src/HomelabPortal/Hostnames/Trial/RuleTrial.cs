using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>Pure: whether a Traefik rule takes a GET of a host and a path. What an address does not say makes it depend.</summary>
internal static class RuleTrial
{
    public static (MatchOutcome Outcome, string Depends) Of(TraefikRule rule, string host, string path)
    {
        if (rule.Expression is not { } expression)
            return (MatchOutcome.Depends, $"Its rule cannot be read. {rule.Fault}".TrimEnd());
        var outcome = Judge(expression, host, path);
        return (outcome, outcome == MatchOutcome.Depends ? $"It depends on {string.Join(" and ", Conditions(expression).Distinct())}." : "");
    }

    private static MatchOutcome Judge(RuleExpression rule, string host, string path) => rule switch
    {
        RuleExpression.Not not => Opposite(Judge(not.Inner, host, path)),
        RuleExpression.And and => Least(Judge(and.Left, host, path), Judge(and.Right, host, path)),
        RuleExpression.Or or => Most(Judge(or.Left, host, path), Judge(or.Right, host, path)),
        RuleExpression.Call call => Judge(call, host, path),
        _ => MatchOutcome.Depends,
    };

    private static MatchOutcome Judge(RuleExpression.Call call, string host, string path) => call.Name switch
    {
        "Host" or "HostHeader" => Any(call, wanted => Said(wanted.Equals(host, StringComparison.OrdinalIgnoreCase))),
        "HostRegexp" => Any(call, pattern => HostPatterns.Of(pattern).Matches(host) is { } matches ? Said(matches) : MatchOutcome.Depends),
        "Path" => Any(call, wanted => HostPattern.HasPlaceholder(wanted) ? MatchOutcome.Depends : Said(wanted == path)),
        "PathPrefix" => Any(call, wanted => HostPattern.HasPlaceholder(wanted) ? MatchOutcome.Depends : Said(path.StartsWith(wanted, StringComparison.Ordinal))),
        "PathRegexp" => Any(call, pattern => GoPattern.Of(pattern).Matches(path)),
        "Method" => Any(call, method => Said(method.Equals("GET", StringComparison.OrdinalIgnoreCase))),
        _ => MatchOutcome.Depends,
    };

    private static IEnumerable<string> Conditions(RuleExpression rule) => rule switch
    {
        RuleExpression.Not not => Conditions(not.Inner),
        RuleExpression.And and => Conditions(and.Left).Concat(Conditions(and.Right)),
        RuleExpression.Or or => Conditions(or.Left).Concat(Conditions(or.Right)),
        RuleExpression.Call call when call.Name is not ("Host" or "HostHeader" or "Method") => [call.ToString()],
        _ => [],
    };

    private static MatchOutcome Any(RuleExpression.Call call, Func<string, MatchOutcome> judge) => call.Arguments.Select(judge).DefaultIfEmpty(MatchOutcome.No).Max();

    private static MatchOutcome Said(bool matches) => matches ? MatchOutcome.Yes : MatchOutcome.No;

    private static MatchOutcome Opposite(MatchOutcome outcome) => outcome switch { MatchOutcome.Yes => MatchOutcome.No, MatchOutcome.No => MatchOutcome.Yes, _ => outcome };

    private static MatchOutcome Least(MatchOutcome left, MatchOutcome right) => left < right ? left : right;

    private static MatchOutcome Most(MatchOutcome left, MatchOutcome right) => left > right ? left : right;
}
