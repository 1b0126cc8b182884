namespace HomelabPortal.Access.Assertions;

/// <summary>The only two ways an assertion may be signed. Both need a private key, so nobody can sign with what is public.</summary>
internal enum AssertionAlgorithm
{
    /// <summary>RSA with PKCS #1 v1.5 and SHA-256.</summary>
    RS256,

    /// <summary>ECDSA on P-256 with SHA-256.</summary>
    ES256,
}
