namespace HomelabPortal.Ingress.Rules;

/// <summary>One matcher of an alternative.</summary>
internal readonly record struct RuleMatch(RuleExpression.Call Call, bool Negated);
