using System.Buffers;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace HomelabPortal.Access.Tokens;

/// <summary>
/// A token as programs carry it: <c>hlp_</c>, 256 random bits in base 62, and six characters of checksum.
/// Prefix and checksum let scanners of secrets find a leaked one, and tell a typo without a look-up.
/// </summary>
internal static class TokenText
{
    public const string Prefix = "hlp_";
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly SearchValues<char> _digits = SearchValues.Create(Digits);
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const int ChecksumLength = 6;

    public static string New() => WithChecksum(Prefix + Base62(new BigInteger(RandomNumberGenerator.GetBytes(SecretBytes), isUnsigned: true), SecretLength));

    /// <summary>False for what cannot be a token of any portal: mistyped, cut off, or something else.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length == Prefix.Length + SecretLength + ChecksumLength
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(_digits) < 0
        && WithChecksum(text[..^ChecksumLength]) == text;

    /// <summary>What is stored of it. A plain hash is enough: there is nothing to guess in 256 random bits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    public static string WithChecksum(string text) => text + Base62(Crc32(Encoding.ASCII.GetBytes(text)), ChecksumLength);

    private static string Base62(BigInteger number, int length)
    {
        var digits = new char[length];
        for (var place = length - 1; place >= 0; place--)
        {
            number = BigInteger.DivRem(number, Digits.Length, out var digit);
            digits[place] = Digits[(int)digit];
        }

        return new string(digits);
    }

    /// <summary>CRC-32 of ISO 3309, bit by bit: the tables would be longer than what they speed up.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
