using System.Security.Cryptography;

namespace HomelabPortal.Access.Assertions;

/// <param name="Parameters">A point on P-256; found importable when the key was read.</param>
internal sealed record EllipticAssertionKey(ECParameters Parameters) : AssertionKey(AssertionAlgorithm.ES256)
{
    public override bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create(Parameters);
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
