using System.Globalization;
using System.Text;
using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Dns.ZoneFiles;

/// <summary>Pure: a zone as BIND text that every name server and Cloudflare's own import read.</summary>
internal static class ZoneFileWriter
{
    /// <summary>What Cloudflare's export writes after a proxied record, and its import understands.</summary>
    public const string ProxiedTag = "cf_tags=cf-proxied:true";

    private const int AutomaticSeconds = 300;

    public static string Write(string zone, IEnumerable<LiveRecord> records, DateTimeOffset at)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"; Zone {zone}, as it was on {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC\n")
            .Append(CultureInfo.InvariantCulture, $"; A TTL of 1 is Cloudflare's word for automatic.\n$ORIGIN {zone}.\n$TTL {AutomaticSeconds}\n\n");
        foreach (var record in records.OrderBy(record => record.Name == zone ? "" : record.Name, StringComparer.Ordinal).ThenBy(record => record.Value.Type, StringComparer.Ordinal).ThenBy(record => record.Value.Content, StringComparer.Ordinal))
            text.Append(LineOf(record)).Append('\n');
        return text.ToString();
    }

    /// <summary>One record as its line in the file.</summary>
    public static string LineOf(LiveRecord record)
    {
        var remarks = new[] { record.Value.IsProxied ? ProxiedTag : null, record.Comment is { } comment ? OneLine(comment) : null }.OfType<string>().ToList();
        var line = string.Create(CultureInfo.InvariantCulture, $"{record.Name}.\t{record.Value.Ttl}\tIN\t{record.Value.Type}\t{ContentOf(record.Value)}");
        return remarks.Count > 0 ? $"{line} ; {string.Join(" ; ", remarks)}" : line;
    }

    /// <summary>Names in a zone file end with a dot, or they would be taken as parts of the zone.</summary>
    private static string ContentOf(DnsValue value)
    {
        if (RecordTypes.Find(value.Type) is not { } type)
            return OneLine(value.Content);
        if (type.Wire == RecordWire.QuotedContent)
            return QuotedText.QuoteInPieces(TextContent.Said(value.Content));
        var parts = type.Split(value.Content);
        return string.Join(' ', type.Fields.Zip(parts, (field, part) => IsHost(type, field) && part.Length > 0 && !part.EndsWith('.') ? part + "." : part)).TrimEnd();
    }

    private static bool IsHost(RecordType type, RecordField field) => field.Key == "target" || (field.Key == "content" && type.Name is "CNAME" or "NS");

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
