using System.Text;

namespace HomelabPortal.Dns.Contents;

/// <summary>
/// Pure: the text of a TXT record. People type it plain and Cloudflare answers it quoted; both mean the same.
/// It stays plain unless that could be mistaken: when it begins with a quote or has spaces at an end.
/// </summary>
internal static class TextContent
{
    private const int MostBytes = 2048;

    public static FieldReading Read(string typed)
    {
        var said = Said(typed);
        if (said.Length == 0 || Encoding.UTF8.GetByteCount(said) > MostBytes)
            return FieldReading.Bad(typed, $"A TXT record holds 1 to {MostBytes} bytes, for example v=spf1 -all.");
        return said.Any(char.IsControl)
            ? FieldReading.Bad(typed, "A TXT record holds one line without control characters, for example v=spf1 -all.")
            : FieldReading.Good(Canonical(said));
    }

    /// <summary>The text itself, without any quoting.</summary>
    public static string Said(string content) => QuotedText.Unquote(content) ?? content.Trim();

    public static string Canonical(string said) =>
        said.Length == 0 || said[0] == '"' || char.IsWhiteSpace(said[0]) || char.IsWhiteSpace(said[^1]) ? QuotedText.Quote(said) : said;
}
