namespace HomelabPortal.Ingress.Rules;

internal readonly record struct RuleToken(RuleTokenKind Kind, string Text, int At);
