namespace HomelabPortal.Access.Assertions;

/// <summary>An assertion taken apart. Nothing of it is believed until <see cref="AssertionCheck"/> has said so.</summary>
/// <param name="KeyId">Which key of the issuer it says it was signed with.</param>
/// <param name="SignedText">The bytes the signature is over.</param>
internal sealed record SignedAssertion(
    AssertionAlgorithm Algorithm, string KeyId, AssertionClaims Claims, ReadOnlyMemory<byte> SignedText, ReadOnlyMemory<byte> Signature);
