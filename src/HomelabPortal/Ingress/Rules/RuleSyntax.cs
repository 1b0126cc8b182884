namespace HomelabPortal.Ingress.Rules;

/// <summary>In which of Traefik's rule languages a rule can be read.</summary>
internal enum RuleSyntax
{
    /// <summary>Both say the same.</summary>
    Either,

    /// <summary>Several values in one matcher, Headers, placeholders in braces.</summary>
    V2,

    /// <summary>One value in a matcher, Header, PathRegexp, plain regular expressions.</summary>
    V3,
}
