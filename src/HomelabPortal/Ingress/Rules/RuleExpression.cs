namespace HomelabPortal.Ingress.Rules;

/// <summary>A parsed Traefik rule.</summary>
internal abstract record RuleExpression
{
    /// <summary>One matcher, such as <c>Host(`a.example.org`)</c>.</summary>
    public sealed record Call(string Name, EquatableTexts Arguments) : RuleExpression
    {
        public override string ToString() => $"{Name}({string.Join(", ", Arguments.Select(argument => $"`{argument}`"))})";
    }

    public sealed record And(RuleExpression Left, RuleExpression Right) : RuleExpression;

    public sealed record Or(RuleExpression Left, RuleExpression Right) : RuleExpression;

    public sealed record Not(RuleExpression Inner) : RuleExpression;
}
