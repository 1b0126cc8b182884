using System.Buffers;
using System.Text;

namespace HomelabPortal.Cloudflare;

/// <summary>Reads a connector token: a bare string in the usual envelope, or, in older answers, the text alone.</summary>
internal static class ConnectorTokenReader
{
    private const int LongestToken = 4096;

    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_"u8);

    public static ConnectorToken Read(ApiCall call, Answer answer)
    {
        if (answer.IsSuccess && IsBareToken(answer.Body))
            return new ConnectorToken(Encoding.ASCII.GetString(answer.Body).Trim());
        var text = EnvelopeReader.Read(call, answer, CloudflareJson.Wire.EnvelopeString).Result?.Trim();
        return string.IsNullOrEmpty(text) ? throw EnvelopeReader.Incomplete(call, answer.Status, "the answer held no token") : new ConnectorToken(text);
    }

    // Tokens are base64; a page of HTML or JSON begins with a character that is not.
    private static bool IsBareToken(ReadOnlySpan<byte> body)
    {
        var text = body.Trim(" \t\r\n"u8);
        return text.Length is >= 32 and <= LongestToken && text.IndexOfAnyExcept(Base64) < 0;
    }
}
