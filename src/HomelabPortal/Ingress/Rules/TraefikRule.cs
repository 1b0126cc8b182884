using System.Runtime.CompilerServices;

namespace HomelabPortal.Ingress.Rules;

/// <summary>What a Traefik rule means for a person: the alternatives it matches, or its raw text with the reason it could not be read.</summary>
internal sealed record TraefikRule(string Text, RuleExpression? Expression, IReadOnlyList<RuleAlternative> Alternatives, string? Fault)
{
    /// <summary>More combinations than this are not worth showing; the raw text says it better.</summary>
    private const int MostAlternatives = 64;

    private static readonly ConditionalWeakTable<string, TraefikRule> _known = new();

    /// <summary>All exact hostnames, in the order of the rule.</summary>
    public IEnumerable<string> Hosts => Alternatives.SelectMany(alternative => alternative.Hosts).Distinct();

    public IEnumerable<string> HostPatterns => Alternatives.SelectMany(alternative => alternative.HostPatterns).Distinct();

    public IEnumerable<string> Paths => Alternatives.SelectMany(alternative => alternative.Paths).Distinct();

    public IEnumerable<string> Conditions => Alternatives.SelectMany(alternative => alternative.Conditions).Distinct();

    /// <summary>In which language Traefik must read it.</summary>
    public RuleSyntax Syntax { get; private init; }

    /// <summary>What it takes, one line for each alternative; empty when it cannot be read.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>False only when no Traefik can read it; one with too many combinations works nevertheless.</summary>
    public bool IsReadable => Expression is not null;

    /// <summary>The same instance for the same string, as long as somebody holds that.</summary>
    public static TraefikRule Known(string text) => _known.GetValue(text, Parse);

    public static TraefikRule Parse(string? text)
    {
        text ??= "";
        var (expression, fault) = RuleParser.Parse(text);
        if (expression is null)
            return new TraefikRule(text, null, [], fault);
        var (syntax, wrong) = RuleMatchers.Judge(expression);
        if (wrong is not null)
            return new TraefikRule(text, null, [], wrong);
        if (Expand(expression, negated: false) is not { } matches)
            return new TraefikRule(text, expression, [], "The rule has too many combinations to list.") { Syntax = syntax };
        RuleAlternative[] alternatives = [.. matches.Select(RuleAlternative.Of)];
        return new TraefikRule(text, expression, alternatives, null) { Syntax = syntax, Words = RuleWords.Of(alternatives) };
    }

    /// <summary>Disjunctive normal form; negation moves inwards by De Morgan's laws. Null when it grows too large.</summary>
    private static List<List<RuleMatch>>? Expand(RuleExpression expression, bool negated) => (expression, negated) switch
    {
        (RuleExpression.Call call, _) => [[new RuleMatch(call, negated)]],
        (RuleExpression.Not not, _) => Expand(not.Inner, !negated),
        (RuleExpression.Or or, false) => Either(or.Left, or.Right, negated),
        (RuleExpression.And and, true) => Either(and.Left, and.Right, negated),
        (RuleExpression.And and, false) => Both(and.Left, and.Right, negated),
        (RuleExpression.Or or, true) => Both(or.Left, or.Right, negated),
        _ => null,
    };

    private static List<List<RuleMatch>>? Either(RuleExpression left, RuleExpression right, bool negated)
    {
        if (Expand(left, negated) is not { } first || Expand(right, negated) is not { } second || first.Count + second.Count > MostAlternatives)
            return null;
        first.AddRange(second);
        return first;
    }

    private static List<List<RuleMatch>>? Both(RuleExpression left, RuleExpression right, bool negated)
    {
        if (Expand(left, negated) is not { } first || Expand(right, negated) is not { } second || first.Count * second.Count > MostAlternatives)
            return null;
        return [.. from one in first from other in second select one.Concat(other).ToList()];
    }
}
