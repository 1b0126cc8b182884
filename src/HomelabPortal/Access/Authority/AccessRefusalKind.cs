namespace HomelabPortal.Access.Authority;

public enum AccessRefusalKind
{
    /// <summary>Nobody is signed in, or the session or token has ended.</summary>
    SignedOut,

    /// <summary>The role does not reach.</summary>
    Role,

    /// <summary>The token was not given the scope.</summary>
    Scope,

    /// <summary>The role reaches, but the last proof of who it is was too long ago.</summary>
    NeedsProof,

    /// <summary>Too many acts in too short a time.</summary>
    TooMany,
}
