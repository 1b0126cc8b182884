using System.Text.Json.Nodes;

namespace HomelabPortal.Cloudflare;

/// <summary>A record to create. What is null is left to Cloudflare's default.</summary>
public record NewDnsRecord
{
    /// <summary><c>A</c>, <c>CNAME</c> and so on.</summary>
    public required string Type { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Address, target or text; null for structured types.</summary>
    public string? Content { get; init; }

    /// <summary>The parts of structured types such as SRV and CAA.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Seconds: 1 for automatic, else 60 to 86400.</summary>
    public int Ttl { get; init; } = 1;

    /// <summary>Whether visitors go through Cloudflare; null for types that cannot.</summary>
    public bool? Proxied { get; init; }

    /// <summary>Note seen by account members only; 100 characters on the Free plan, no line breaks.</summary>
    public string? Comment { get; init; }

    /// <summary>Tags; the Free plan allows none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Priority of MX, SRV and URI records.</summary>
    public int? Priority { get; init; }

    /// <summary>Rare switches.</summary>
    public DnsRecordSettings? Settings { get; init; }
}
