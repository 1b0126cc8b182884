namespace HomelabPortal.Ingress.Rules;

/// <summary>Says what a rule takes as a person would: "Requests for a.example.org under /api, but not from 10.0.0.0/8".</summary>
internal static class RuleWords
{
    /// <summary>One line for each way to satisfy the rule; ways that differ only in their hosts share one.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<RuleAlternative> alternatives)
    {
        var lines = new List<(List<string> Hosts, string Tail)>();
        foreach (var alternative in alternatives)
        {
            var hosts = alternative.Matchers.Where(match => !match.Negated && IsHost(match.Call)).Select(match => Host(match.Call)).ToList();
            var rest = Rest(alternative);
            // Two hosts in one alternative are a condition each, not a choice, so they are not merged with others.
            if (hosts.Count == 1 && lines.Find(line => line.Tail == rest && line.Hosts.Count > 0) is { Hosts: { } same })
                same.Add(hosts[0]);
            else
                lines.Add(hosts.Count > 1 ? ([string.Join(" and ", hosts)], rest) : (hosts, rest));
        }

        var subject = alternatives.Any(alternative => alternative.Matchers.Any(match => match.Call.Name is "HostSNI" or "HostSNIRegexp" or "ALPN")) ? "Connections" : "Requests";
        return [.. lines.Select(line => $"{subject} for {(line.Hosts.Count == 0 ? "any host" : Choice(line.Hosts.Distinct()))}{line.Tail}").Distinct()];
    }

    private static string Rest(RuleAlternative alternative)
    {
        var others = alternative.Matchers.Where(match => match.Negated || !IsHost(match.Call)).ToList();
        var wanted = others.Where(match => !match.Negated).Select(match => Phrase(match.Call)).Where(phrase => phrase.Length > 0);
        var refused = others.Where(match => match.Negated).Select(match => IsHost(match.Call) ? $"for {Host(match.Call)}" : NotEmpty(Phrase(match.Call))).ToList();
        return string.Concat(wanted.Select(phrase => " " + phrase)) + (refused.Count > 0 ? ", but not " + string.Join(" or ", refused) : "");
    }

    private static bool IsHost(RuleExpression.Call call) => call.Name is "Host" or "HostHeader" or "HostSNI" or "HostRegexp" or "HostSNIRegexp";

    private static string Host(RuleExpression.Call call) => call.Name switch
    {
        _ when call.Arguments is ["*"] => "any host",
        "HostRegexp" or "HostSNIRegexp" => call.Arguments.Any(HostPattern.HasPlaceholder) ? $"hosts like {Choice(call.Arguments)}" : $"hosts that match {Choice(call.Arguments)}",
        _ => Choice(call.Arguments),
    };

    private static string Phrase(RuleExpression.Call call) => (call.Name, call.Arguments) switch
    {
        ("Path", var paths) => $"at exactly {Choice(paths)}",
        ("PathPrefix", ["/"]) => "",
        ("PathPrefix", var paths) => $"under {Choice(paths)}",
        ("PathRegexp", var paths) => $"whose path matches {Choice(paths)}",
        ("Method", var methods) => $"by {Choice(methods)}",
        ("Header" or "Headers", [var name, var value]) => $"with the header {name}: {value}",
        ("HeaderRegexp" or "HeadersRegexp", [var name, var value]) => $"whose header {name} matches {value}",
        ("Query", [var name, var value]) when !name.Contains('=') => $"with {name}={value} in the query",
        ("Query", var names) => $"with {string.Join(" and ", names)} in the query",
        ("QueryRegexp", [var name, var value]) => $"whose query {name} matches {value}",
        ("QueryRegexp", var names) => $"whose query matches {Choice(names)}",
        ("ClientIP", var addresses) => $"from {Choice(addresses)}",
        ("ALPN", var protocols) => $"that speak {Choice(protocols)}",
        _ => $"with {call}",
    };

    private static string NotEmpty(string phrase) => phrase.Length > 0 ? phrase : "any path";

    private static string Choice(IEnumerable<string> texts) => string.Join(" or ", texts.Select(text => text.Length > 0 ? text : "“”"));
}
