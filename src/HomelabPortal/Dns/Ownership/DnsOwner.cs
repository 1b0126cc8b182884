namespace HomelabPortal.Dns.Ownership;

/// <summary>Pure: reads the claims of other tools on a record. They are respected, never written.</summary>
internal static class DnsOwner
{
    /// <summary>Said of what carries no tool's claim.</summary>
    public const string Hand = "hand";

    private const string ExternalDns = "heritage=external-dns";

    public static string Of(LiveRecord record, DnsZone zone, string instance)
    {
        if (record.Mark is { } mark)
            return mark.Instance == instance ? "another entry of this portal" : $"another portal (instance {mark.Instance})";
        if (record.IsReadOnly)
            return "another product of Cloudflare";
        if (HeritageText(record.Name, zone) is { } heritage)
            return DescribeExternalDns(heritage);
        if (HasText("_ctic_managed." + record.Name, zone))
            return "cloudflare-tunnel-ingress-controller";
        if (HasText("_managed." + record.Name, zone) || record.Comment?.Contains("cloudflare-operator", StringComparison.OrdinalIgnoreCase) == true)
            return "cloudflare-operator";
        return Hand;
    }

    private static bool HasText(string name, DnsZone zone) => zone.At(name).Any(record => record.Value.Type == "TXT");

    /// <summary>The text stands at the name itself or, by prefix or record type, beside or below it.</summary>
    private static string? HeritageText(string name, DnsZone zone) => zone.Records
        .Where(record => record.Value.Type == "TXT" && record.Value.Content.StartsWith(ExternalDns, StringComparison.Ordinal))
        .FirstOrDefault(record => record.Name == name
            || record.Name.EndsWith("." + name, StringComparison.Ordinal)
            || record.Name.EndsWith("-" + name, StringComparison.Ordinal))
        ?.Value.Content;

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
