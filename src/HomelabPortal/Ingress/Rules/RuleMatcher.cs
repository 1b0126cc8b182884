namespace HomelabPortal.Ingress.Rules;

/// <summary>A matcher that Traefik knows, and how many values it takes in each syntax; none where that syntax lacks it.</summary>
internal sealed record RuleMatcher(string Name, (int Least, int Most)? V2, (int Least, int Most)? V3)
{
    public bool IsIn(RuleSyntax syntax) => Range(syntax) is not null;

    public bool Takes(int values, RuleSyntax syntax) => Range(syntax) is var (least, most) && values >= least && values <= most;

    public string Wants => (V3 ?? V2) switch
    {
        (1, 1) => "one value",
        (2, 2) => "a name and a value",
        (1, 2) => "a name, or a name and a value",
        _ => "at least one value",
    };

    private (int Least, int Most)? Range(RuleSyntax syntax) => syntax == RuleSyntax.V2 ? V2 : V3;
}
