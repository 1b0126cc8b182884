using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>A rule as it is shown, and as it was parsed, to be compared with those of other routes.</summary>
internal sealed record RuleParts(RouteRule Shown, TraefikRule? Parsed);
