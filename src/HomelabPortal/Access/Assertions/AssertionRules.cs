namespace HomelabPortal.Access.Assertions;

/// <summary>Whom an assertion must come from, exactly, and whom it must be meant for.</summary>
internal sealed record AssertionRules(string Issuer, string Audience)
{
    /// <summary>How far the issuer's clock may be from ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);
}
