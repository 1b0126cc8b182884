using System.Net;

namespace HomelabPortal.Dns;

/// <summary>What a record says, in the form in which two records can be compared.</summary>
/// <param name="Ttl">Seconds; 1 is automatic.</param>
public sealed record DnsValue(string Type, string Content, int Ttl, bool IsProxied)
{
    public const int AutomaticTtl = 1;
    private const string TunnelSuffix = ".cfargotunnel.com";

    /// <summary>Reachable from the Internet by way of Cloudflare.</summary>
    public bool IsPublic => IsProxied || Content.EndsWith(TunnelSuffix, StringComparison.OrdinalIgnoreCase);

    public static string TunnelTarget(string tunnelId) => tunnelId.ToLowerInvariant() + TunnelSuffix;

    /// <summary>Cloudflare reads back lower-case names without a trailing dot, canonical addresses, quoted texts, and an automatic TTL when proxied.</summary>
    public DnsValue Normalised()
    {
        var type = Type.ToUpperInvariant();
        return this with { Type = type, Content = Normalise(type, Content), Ttl = IsProxied || Ttl <= 0 ? AutomaticTtl : Ttl };
    }

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

    private static string Normalise(string type, string content) => type switch
    {
        "A" or "AAAA" => IPAddress.TryParse(content, out var address) ? address.ToString() : content,
        "TXT" => Unquote(content),
        _ => content.TrimEnd('.').ToLowerInvariant(),
    };

    /// <summary>A long text is several quoted pieces that mean one.</summary>
    private static string Unquote(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length >= 2 && trimmed[0] == '"' && trimmed[^1] == '"'
            ? trimmed[1..^1].Replace("\" \"", "", StringComparison.Ordinal)
            : trimmed;
    }
}
