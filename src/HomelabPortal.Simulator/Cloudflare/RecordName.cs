using System.Globalization;
using System.Text.RegularExpressions;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>Names as Cloudflare stores them: lower case, punycode, always the full name.</summary>
internal static partial class RecordName
{
    private static readonly IdnMapping Idn = new();

    public static string InZone(string name, string zone)
    {
        var text = ToAscii(name.Trim().TrimEnd('.'));
        var full = text is "@" || text == zone || text.EndsWith("." + zone, StringComparison.Ordinal)
            ? (text is "@" ? zone : text)
            : $"{text}.{zone}";
        if (full.Length > 253 || !full.Split('.').Select((label, i) => IsLabel(label, isFirst: i == 0)).All(valid => valid))
            throw CloudflareErrors.Invalid(9000, "DNS name is invalid.");
        return full;
    }

    public static bool IsHost(string content)
    {
        var text = content.TrimEnd('.');
        return text.Length is > 0 and <= 253 && text.Split('.').All(label => Label().IsMatch(label));
    }

    private static bool IsLabel(string label, bool isFirst) => (isFirst && label is "*") || Label().IsMatch(label);

    private static string ToAscii(string name)
    {
        try
        {
            // Mapped label by label: the mapping refuses names with "*" or "_" as a whole.
            return string.Join('.', name.ToLowerInvariant().Split('.').Select(label => label.All(char.IsAscii) ? label : Idn.GetAscii(label)));
        }
        catch (ArgumentException)
        {
            throw CloudflareErrors.Invalid(9000, "DNS name is invalid.");
        }
    }

    [GeneratedRegex("^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
