using System.Collections.Immutable;

namespace HomelabPortal.Ingress.Rules;

/// <summary>
/// Which requests one alternative of a rule takes, as far as two of them can be compared.
/// What cannot be compared stays a condition in its own words, so that nothing is claimed that may be untrue.
/// </summary>
internal sealed record RuleReach(ImmutableArray<string> Hosts, ImmutableArray<string> Patterns, ImmutableArray<RulePath> Paths, ImmutableHashSet<string> Conditions)
{
    public bool IsAnyHost => Hosts.IsEmpty && Patterns.IsEmpty;

    public static RuleReach Of(RuleAlternative alternative)
    {
        ImmutableArray<string> hosts = [], patterns = [];
        ImmutableArray<RulePath> paths = [];
        var conditions = ImmutableHashSet.CreateBuilder<string>();
        foreach (var (call, negated) in alternative.Matchers)
        {
            if (!negated && call.Name is "Host" or "HostHeader" or "HostSNI" && call.Arguments is ["*"])
                continue;
            if (!negated && hosts.IsEmpty && patterns.IsEmpty && call.Name is "Host" or "HostHeader" or "HostSNI")
                hosts = [.. call.Arguments.Select(host => host.ToLowerInvariant())];
            else if (!negated && hosts.IsEmpty && patterns.IsEmpty && call.Name is "HostRegexp" or "HostSNIRegexp")
                patterns = [.. call.Arguments];
            else if (!negated && paths.IsEmpty && call.Name is "Path" or "PathPrefix" && !call.Arguments.Any(HostPattern.HasPlaceholder))
                paths = [.. call.Arguments.Select(path => new RulePath(path, call.Name == "PathPrefix"))];
            else
                conditions.Add(negated ? "!" + call : call.ToString());
        }

        return new RuleReach(hosts, patterns, paths, conditions.ToImmutable());
    }

    /// <summary>True when every request of the other is surely also one of this.</summary>
    public bool Covers(RuleReach other) =>
        CoversHosts(other)
        && (Paths.IsEmpty || (other.Paths.IsEmpty ? Paths.Any(path => path is { IsPrefix: true, Value: "" or "/" }) : other.Paths.All(path => Paths.Any(own => own.Covers(path)))))
        && Conditions.IsSubsetOf(other.Conditions);

    /// <summary>True when there surely are requests that both take.</summary>
    public bool Meets(RuleReach other) =>
        MeetsHosts(other)
        && (Paths.IsEmpty || other.Paths.IsEmpty || Paths.Any(path => other.Paths.Any(their => path.Covers(their) || their.Covers(path))))
        && (Conditions.IsSubsetOf(other.Conditions) || other.Conditions.IsSubsetOf(Conditions));

    private bool CoversHosts(RuleReach other) =>
        IsAnyHost || (!other.IsAnyHost && other.Hosts.All(Takes) && other.Patterns.All(pattern => Patterns.Contains(pattern)));

    private bool MeetsHosts(RuleReach other) =>
        IsAnyHost || other.IsAnyHost || other.Hosts.Any(Takes) || Hosts.Any(other.Takes) || Patterns.Any(pattern => other.Patterns.Contains(pattern));

    private bool Takes(string host) => Hosts.Contains(host) || Patterns.Any(pattern => HostPatterns.Of(pattern).Matches(host) == true);
}
