namespace HomelabPortal.Ingress.Reading.Api;

/// <summary>One rule of a route.</summary>
/// <param name="Match">As written; empty where the kind has no rule language.</param>
/// <param name="Words">What it takes, in words, one entry for each way.</param>
/// <param name="Fault">Why it cannot be read; empty when it can.</param>
/// <param name="Priority">The highest goes first; null where the kind knows none.</param>
/// <param name="Middlewares">As namespace/name.</param>
internal sealed record RouteRuleResource(string Match, IReadOnlyList<string> Words, string Fault, int? Priority, IReadOnlyList<string> Middlewares, IReadOnlyList<RouteBackendResource> Backends)
{
    public static RouteRuleResource Of(RouteRule rule) => new(
        rule.Match, [.. rule.Words], rule.Fault, rule.Priority, [.. rule.Middlewares.Select(middleware => middleware.NameText)], [.. rule.Backends.Select(RouteBackendResource.Of)]);
}
