using System.Security.Cryptography;

namespace HomelabPortal.Access.Assertions;

/// <param name="Parameters">Modulus and exponent; found importable when the key was read.</param>
internal sealed record RsaAssertionKey(RSAParameters Parameters) : AssertionKey(AssertionAlgorithm.RS256)
{
    // A fresh object each time: the framework's keys are not for several threads at once.
    public override bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var key = RSA.Create(Parameters);
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
