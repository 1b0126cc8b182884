using System.Collections.Immutable;
using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>The hostnames that rules name, with where a browser should begin.</summary>
internal static class RuleHosts
{
    /// <param name="scheme">Null where there is nothing for a browser.</param>
    public static ImmutableArray<RouteHost> Of(IReadOnlyList<TraefikRule> rules, string? scheme) =>
        [.. rules.SelectMany(rule => rule.Alternatives)
            .SelectMany(alternative => alternative.Hosts.Select(host => new RouteHost(host, scheme is null ? null : $"{scheme}://{host}{FirstPath(alternative)}"))
                .Concat(alternative.HostPatterns.Select(pattern => new RouteHost("~ " + pattern, null))))
            .DistinctBy(host => host.Name)];

    /// <summary>The first path of the rule, unless it is an expression.</summary>
    private static string FirstPath(RuleAlternative alternative) =>
        alternative.Paths.FirstOrDefault(path => !path.StartsWith('~')) is { } path ? path.TrimEnd('…') : "/";
}
