using System.Collections.Frozen;
using System.Globalization;

namespace HomelabPortal.Ingress.Rules;

/// <summary>
/// The matchers of Traefik 2 and 3 for HTTP and TCP.
/// A rule is written in one of the two languages: one that mixes them is read by neither.
/// </summary>
internal static class RuleMatchers
{
    private const int Any = int.MaxValue;

    private static readonly RuleMatcher[] _all =
    [
        new("Host", (1, Any), (1, 1)),
        new("HostHeader", (1, Any), null),
        new("HostRegexp", (1, Any), (1, 1)),
        new("HostSNI", (1, Any), (1, 1)),
        new("HostSNIRegexp", (1, Any), (1, 1)),
        new("Path", (1, Any), (1, 1)),
        new("PathPrefix", (1, Any), (1, 1)),
        new("PathRegexp", null, (1, 1)),
        new("Method", (1, Any), (1, 1)),
        new("Headers", (2, 2), null),
        new("HeadersRegexp", (2, 2), null),
        new("Header", null, (2, 2)),
        new("HeaderRegexp", null, (2, 2)),
        new("Query", (1, Any), (1, 2)),
        new("QueryRegexp", null, (1, 2)),
        new("ClientIP", (1, Any), (1, 1)),
        new("ALPN", (1, Any), (1, 1)),
    ];

    private static readonly FrozenDictionary<string, RuleMatcher> _byName = _all
        .SelectMany(matcher => Spellings(matcher.Name).Select(spelling => KeyValuePair.Create(spelling, matcher)))
        .ToFrozenDictionary();

    /// <summary>The name as Traefik's documents write it; null for what no Traefik knows.</summary>
    public static string? NameOf(string spelled) => _byName.GetValueOrDefault(spelled)?.Name;

    /// <summary>The language the rule is in, or why no Traefik can read it.</summary>
    public static (RuleSyntax Syntax, string? Fault) Judge(RuleExpression rule)
    {
        var calls = Calls(rule).ToList();
        var (isV2, isV3) = (calls.TrueForAll(call => Fits(call, RuleSyntax.V2)), calls.TrueForAll(call => Fits(call, RuleSyntax.V3)));
        if (isV2 || isV3)
            return (isV2 && isV3 ? RuleSyntax.Either : isV2 ? RuleSyntax.V2 : RuleSyntax.V3, null);
        var wrong = calls.Find(call => !Fits(call, RuleSyntax.V2) && !Fits(call, RuleSyntax.V3));
        return (RuleSyntax.Either, wrong is null
            ? "It mixes matchers of Traefik 2 and Traefik 3, which no version reads together."
            : _byName.TryGetValue(wrong.Name, out var matcher) ? $"{matcher.Name} takes {matcher.Wants}, found {wrong.Arguments.Count}." : $"Traefik knows no matcher {wrong.Name}.");
    }

    private static bool Fits(RuleExpression.Call call, RuleSyntax syntax) =>
        _byName.TryGetValue(call.Name, out var matcher) && matcher.Takes(call.Arguments.Count, syntax)
        && (syntax == RuleSyntax.V2 || !call.Arguments.Any(argument => TakesPlaceholders(call.Name) && HostPattern.HasPlaceholder(argument)));

    private static bool TakesPlaceholders(string matcher) => matcher is "HostRegexp" or "HostSNIRegexp" or "Path" or "PathPrefix";

    private static IEnumerable<RuleExpression.Call> Calls(RuleExpression rule) => rule switch
    {
        RuleExpression.Call call => [call],
        RuleExpression.Not not => Calls(not.Inner),
        RuleExpression.And and => Calls(and.Left).Concat(Calls(and.Right)),
        RuleExpression.Or or => Calls(or.Left).Concat(Calls(or.Right)),
        _ => [],
    };

    /// <summary>Traefik takes a name also in lower case, in capitals and with one capital.</summary>
    private static IEnumerable<string> Spellings(string name) => new[]
    {
        name, name.ToLowerInvariant(), name.ToUpperInvariant(), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()),
    }.Distinct();
}
