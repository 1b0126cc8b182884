namespace HomelabPortal.Ingress.Rules;

/// <summary>A path that a rule names. Traefik's prefix is a prefix of the text: /api also takes /apiary.</summary>
internal readonly record struct RulePath(string Value, bool IsPrefix)
{
    public bool Covers(RulePath other) => IsPrefix ? other.Value.StartsWith(Value, StringComparison.Ordinal) : !other.IsPrefix && other.Value == Value;
}
