namespace HomelabPortal.Ingress.Rules;

/// <summary>One way to satisfy a rule: these hosts, these paths, and further conditions in Traefik's own words.</summary>
/// <param name="Hosts">Exact hostnames in lower case; empty means any host.</param>
/// <param name="HostPatterns">Regular expressions over the host.</param>
/// <param name="Paths">Paths as a person reads them: "/", "/api" exactly, "/api/…" for a prefix, "~ expression".</param>
/// <param name="Conditions">All other matchers, negated ones with a leading "!".</param>
internal sealed record RuleAlternative(EquatableTexts Hosts, EquatableTexts HostPatterns, EquatableTexts Paths, EquatableTexts Conditions)
{
    /// <summary>All of them, in the order of the rule.</summary>
    public required IReadOnlyList<RuleMatch> Matchers { get; init; }

    public static RuleAlternative Of(IReadOnlyList<RuleMatch> matchers)
    {
        var (hosts, patterns, paths, conditions) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var (call, negated) in matchers)
        {
            if (negated)
                conditions.Add("!" + call);
            else if (call.Name is "Host" or "HostSNI" or "HostHeader")
                hosts.AddRange(call.Arguments.Where(host => host != "*").Select(host => host.ToLowerInvariant()));
            else if (call.Name is "HostRegexp" or "HostSNIRegexp")
                patterns.AddRange(call.Arguments);
            else if (call.Name == "Path")
                paths.AddRange(call.Arguments);
            else if (call.Name == "PathPrefix")
                paths.AddRange(call.Arguments.Select(path => path.TrimEnd('/') + "/…"));
            else if (call.Name == "PathRegexp")
                paths.AddRange(call.Arguments.Select(path => "~ " + path));
            else
                conditions.Add(call.ToString());
        }

        return new RuleAlternative(Distinct(hosts), Distinct(patterns), Distinct(paths), Distinct(conditions)) { Matchers = matchers };
    }

    private static EquatableTexts Distinct(List<string> texts) => texts.Count == 0 ? EquatableTexts.None : new EquatableTexts([.. texts.Distinct()]);
}
