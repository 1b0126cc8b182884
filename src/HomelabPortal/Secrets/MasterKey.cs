using System.Security.Cryptography;

namespace HomelabPortal.Secrets;

/// <summary>The key that encrypts other keys. It never leaves memory, and its id tells nothing about it.</summary>
internal sealed class MasterKey
{
    public const int Size = 32;
    private const int IdBytes = 8;

    /// <summary>Real random bytes have about 30 different ones; far fewer is a pattern that somebody typed.</summary>
    private const int FewestDifferentBytes = 12;
    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes)
    {
        _bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData(bytes))[..(IdBytes * 2)];
    }

    public string Id { get; }

    public static MasterKey Make() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Null when the text is not 32 random bytes in base64 or hex.</summary>
    public static MasterKey? Parse(string text)
    {
        var bytes = Decode(text.Trim());
        return bytes is { Length: Size } && bytes.Distinct().Count() >= FewestDifferentBytes ? new MasterKey(bytes) : null;
    }

    public byte[] Seal(ReadOnlySpan<byte> plain, string context) => SealedBytes.Seal(_bytes, plain, context);

    /// <exception cref="CryptographicException">It was sealed by another key or for another context, or was changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string context) => SealedBytes.Open(_bytes, sealedBytes, context);

    /// <summary>One line of the key file; only for writing a new one.</summary>
    public string ToFileLine() => Convert.ToBase64String(_bytes);

    public override string ToString() => $"master key {Id}";

    private static byte[]? Decode(string text)
    {
        if (text.Length == Size * 2 && text.All(char.IsAsciiHexDigit))
            return Convert.FromHexString(text);
        var bytes = new byte[Size + 1];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }
}
