namespace HomelabPortal.Access.Providers;

/// <summary>What somebody goes to a provider for.</summary>
internal enum Purpose
{
    SignIn,

    /// <summary>Signed in already, and to prove it again.</summary>
    Proof,

    /// <summary>Signed in already, and to sign in this way too from now on.</summary>
    Link,
}
