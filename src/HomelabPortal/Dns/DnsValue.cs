using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Dns;

/// <summary>What a record says, in the form in which two records can be compared.</summary>
/// <param name="Ttl">Seconds; 1 is automatic.</param>
public sealed record DnsValue(string Type, string Content, int Ttl, bool IsProxied)
{
    public const int AutomaticTtl = 1;
    private const string TunnelSuffix = ".cfargotunnel.com";

    /// <summary>Reachable from the Internet by way of Cloudflare.</summary>
    public bool IsPublic => IsProxied || Content.EndsWith(TunnelSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The tunnel that it leads to; null for any other content.</summary>
    public string? TunnelId => Type == "CNAME" && Content.EndsWith(TunnelSuffix, StringComparison.OrdinalIgnoreCase) ? Content[..^TunnelSuffix.Length].ToLowerInvariant() : null;

    public static string TunnelTarget(string tunnelId) => tunnelId.ToLowerInvariant() + TunnelSuffix;

    /// <summary>
    /// The form in which equal meanings are equal. Cloudflare reads back lower-case names without a trailing dot, canonical addresses,
    /// texts in quoted pieces, parameters in an order of its own, and an automatic TTL when proxied.
    /// </summary>
    public DnsValue Normalised()
    {
        var type = Type.ToUpperInvariant();
        var isProxied = IsProxied && RecordTypes.Find(type) is not { IsProxiable: false };
        return this with { Type = type, Content = RecordTypes.Normalise(type, Content), Ttl = isProxied || Ttl <= 0 ? AutomaticTtl : Ttl, IsProxied = isProxied };
    }

    /// <summary>Says the same of a name, whatever its TTL and proxy: two such records cannot stand beside each other.</summary>
    public bool SaysTheSameAs(DnsValue other) => Type == other.Type && Content == other.Content;

    /// <summary>"CNAME jellyfin.cowlab.org → x.cfargotunnel.com (proxied)".</summary>
    public string Describe(string name)
    {
        var manner = IsProxied ? " (proxied)" : Ttl == AutomaticTtl ? "" : $" (ttl {Ttl})";
        return $"{Type} {name} → {Content}{manner}";
    }

    /// <summary>The changed fields only: "ttl 300 → auto".</summary>
    public string DescribeChangeFrom(DnsValue before, string name)
    {
        var fields = new List<string>();
        if (before.Type != Type || before.Content != Content)
            fields.Add(before.Type == Type ? $"{before.Content} → {Content}" : $"{before.Type} {before.Content} → {Type} {Content}");
        if (before.IsProxied != IsProxied)
            fields.Add(IsProxied ? "dns only → proxied" : "proxied → dns only");
        // The TTL of a proxied record is not the owner's to set.
        if (before.Ttl != Ttl && !before.IsProxied && !IsProxied)
            fields.Add($"ttl {TtlText(before.Ttl)} → {TtlText(Ttl)}");
        return $"{Type} {name}: {string.Join(", ", fields)}";
    }

    private static string TtlText(int ttl) => ttl == AutomaticTtl ? "auto" : $"{ttl}";
}
