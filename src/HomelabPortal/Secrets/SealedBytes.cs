using System.Security.Cryptography;
using System.Text;

namespace HomelabPortal.Secrets;

/// <summary>AES-256-GCM with a random nonce. What is sealed for one context opens in no other.</summary>
internal static class SealedBytes
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <returns>Nonce, ciphertext and tag, one after the other.</returns>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, string context)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        var nonce = result.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(context));
        return result;
    }

    /// <exception cref="CryptographicException">It was sealed by another key or for another context, or was changed.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> sealedBytes, string context)
    {
        if (sealedBytes.Length < NonceSize + TagSize)
            throw new CryptographicException("The sealed bytes are too short.");
        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(sealedBytes[..NonceSize], sealedBytes[NonceSize..^TagSize], sealedBytes[^TagSize..], plain, Encoding.UTF8.GetBytes(context));
        return plain;
    }
}
