namespace HomelabPortal.Access.Assertions;

/// <summary>
/// Decides about claims and signature. The claims come first, because they cost nothing:
/// what is not meant for us never makes us ask for a key.
/// <code>
/// issuer is another, audience is not ours, expired, not yet valid   → refused
/// no such key, a key for another algorithm, signature does not fit  → refused
/// otherwise                                                         → believed
/// </code>
/// </summary>
internal static class AssertionDecision
{
    /// <summary>Why the claims are not for us and now, or null.</summary>
    public static string? WhyNot(AssertionClaims claims, AssertionRules rules, DateTimeOffset now)
    {
        if (!string.Equals(claims.Issuer, rules.Issuer, StringComparison.Ordinal))
            return "it is from another issuer";
        if (!claims.Audiences.Contains(rules.Audience, StringComparer.Ordinal))
            return "it is meant for another audience";
        if (now - AssertionRules.ClockSkew >= claims.ExpiresAt)
            return "it has expired";
        return claims.NotBefore > now + AssertionRules.ClockSkew || claims.IssuedAt > now + AssertionRules.ClockSkew ? "it is not valid yet" : null;
    }

    /// <summary>Why the signature proves nothing, or null.</summary>
    public static string? WhyNot(SignedAssertion assertion, AssertionKey? key)
    {
        if (key is null)
            return "the issuer has no such key";
        if (key.Algorithm != assertion.Algorithm)
            return "its key is for another algorithm";
        return key.Verifies(assertion.SignedText.Span, assertion.Signature.Span) ? null : "its signature does not fit";
    }
}
