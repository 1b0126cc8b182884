using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Dns.Ownership;

/// <summary>The claims of other tools in one zone, gathered once so that many records can be asked after.</summary>
internal sealed class ZoneClaims
{
    private const string ExternalDns = "heritage=external-dns";
    private readonly HashSet<string> _texts;
    private readonly List<(string Name, string Text)> _heritages;

    public ZoneClaims(DnsZone zone)
    {
        var texts = zone.Records.Where(record => record.Value.Type == "TXT").ToList();
        _texts = texts.Select(record => record.Name).ToHashSet(StringComparer.Ordinal);
        _heritages =
        [
            .. texts.Select(record => (record.Name, Text: TextContent.Said(record.Value.Content)))
                .Where(record => record.Text.StartsWith(ExternalDns, StringComparison.Ordinal)),
        ];
    }

    /// <summary>The tool that claims a record, with what it says of itself; null when none does.</summary>
    public string? Of(LiveRecord record)
    {
        if (HeritageOf(record.Name) is { } heritage)
            return DescribeExternalDns(heritage);
        if (Has("_ctic_managed.", record.Name))
            return "cloudflare-tunnel-ingress-controller";
        if (Has("_managed.", record.Name) || record.Comment?.Contains("cloudflare-operator", StringComparison.OrdinalIgnoreCase) == true)
            return "cloudflare-operator";
        return null;
    }

    /// <summary>The text beside a record, or the record itself being that text.</summary>
    private bool Has(string prefix, string name) =>
        _texts.Contains(prefix + name) || (name.StartsWith(prefix, StringComparison.Ordinal) && _texts.Contains(name));

    /// <summary>The text stands at the name itself or, by prefix or record type, beside or below it.</summary>
    private string? HeritageOf(string name) => _heritages
        .FirstOrDefault(claim => claim.Name == name
            || claim.Name.EndsWith("." + name, StringComparison.Ordinal)
            || claim.Name.EndsWith("-" + name, StringComparison.Ordinal))
        .Text;

    private static string DescribeExternalDns(string heritage)
    {
        var facts = heritage.Split(',')
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => pair[1]);
        var details = new[] { facts["external-dns/owner"].FirstOrDefault() is { } owner ? $"owner {owner}" : null, facts["external-dns/resource"].FirstOrDefault() }
            .OfType<string>()
            .ToList();
        return details.Count == 0 ? "external-dns" : $"external-dns ({string.Join(", ", details)})";
    }
}
