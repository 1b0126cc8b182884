using System.Security.Cryptography;
using System.Text;

namespace HomelabPortal.Simulator;

/// <summary>Identifiers that look random but are the same on every start, so that a page can be compared between runs.</summary>
internal static class StableId
{
    // The alphabet Kubernetes uses for generated names: no vowels, so no words.
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    public static string Uid(string seed) => new Guid(Hash(seed).AsSpan(0, 16)).ToString();

    public static string Hex(string seed, int length) => Convert.ToHexStringLower(Hash(seed))[..length];

    public static string Suffix(string seed, int length)
    {
        var hash = Hash(seed);
        return string.Create(length, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = Alphabet[bytes[i % bytes.Length] % Alphabet.Length];
        });
    }

    /// <summary>A number from 0 up to, not including, <paramref name="limit"/>.</summary>
    public static int Number(string seed, int limit) => (int)(BitConverter.ToUInt32(Hash(seed)) % (uint)limit);

    private static byte[] Hash(string seed) => SHA256.HashData(Encoding.UTF8.GetBytes(seed));
}
