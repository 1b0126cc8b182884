using System.Buffers;
using System.Buffers.Text;

namespace HomelabPortal.Access.Assertions;

/// <summary>Base64url as RFC 7515 has it: no padding, no spaces, one spelling for each value.</summary>
internal static class StrictBase64Url
{
    private static readonly SearchValues<char> _alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The bytes, or null when the text is any other than the one way to write them.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.ContainsAnyExcept(_alphabet))
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        // Not TryDecodeFromChars: that one throws for letters left over.
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done)
            return null;
        Array.Resize(ref bytes, length);
        // Bits left over in the last letter would give one signature several spellings.
        return text.SequenceEqual(Base64Url.EncodeToString(bytes)) ? bytes : null;
    }
}
