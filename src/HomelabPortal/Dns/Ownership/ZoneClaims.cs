using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Dns.Ownership;

/// <summary>The claims of other tools in one zone, gathered once so that many records can be asked after.</summary>
internal sealed class ZoneClaims
{
    private const string ExternalDns = "heritage=external-dns";
    private readonly HashSet<string> _texts;
    private readonly Dictionary<string, string> _heritages = new(StringComparer.Ordinal);

    public ZoneClaims(DnsZone zone)
    {
        var texts = zone.Records.Where(record => record.Value.Type == "TXT").ToList();
        var others = zone.Records.Where(record => record.Value.Type != "TXT").Select(record => record.Name).ToHashSet(StringComparer.Ordinal);
        _texts = texts.Select(record => record.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var record in texts)
        {
            var said = TextContent.Said(record.Value.Content);
            if (!said.StartsWith(ExternalDns, StringComparison.Ordinal))
                continue;
            foreach (var name in Claimed(record.Name, zone.Name, others).Append(record.Name))
                _heritages.TryAdd(name, said);
        }
    }

    /// <summary>The tool that claims a record, with what it says of itself; null when none does.</summary>
    public string? Of(LiveRecord record)
    {
        if (_heritages.TryGetValue(record.Name, out var heritage))
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

    /// <summary>
    /// Whose name a text speaks for: beside it with a prefix as in a-name, or below it with one as in _extdns.name.
    /// The nearest one that exists, and never the zone itself merely for standing above everything.
    /// </summary>
    private static IEnumerable<string> Claimed(string text, string zone, HashSet<string> others)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || text == zone)
            return [];
        var beside = Enumerable.Range(0, dot).Where(at => text[at] == '-').Select(at => text[(at + 1)..]).Where(others.Contains).ToList();
        if (beside.Count > 0 || others.Contains(text))
            return beside;
        var above = text[(dot + 1)..];
        return others.Contains(above) && (above != zone || text[0] == '_') ? [above] : [];
    }

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
