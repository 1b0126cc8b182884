using System.Text.Json.Nodes;

namespace HomelabPortal.Cloudflare;

/// <summary>A partial change of a record: what is null stays as it is. An empty comment removes the comment.</summary>
public record DnsRecordPatch
{
    /// <summary>New type.</summary>
    public string? Type { get; init; }

    /// <summary>New full name.</summary>
    public string? Name { get; init; }

    /// <summary>New address, target or text.</summary>
    public string? Content { get; init; }

    /// <summary>New parts of a structured type.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>New lifetime in seconds; 1 for automatic.</summary>
    public int? Ttl { get; init; }

    /// <summary>Whether visitors go through Cloudflare.</summary>
    public bool? Proxied { get; init; }

    /// <summary>New note.</summary>
    public string? Comment { get; init; }

    /// <summary>New tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>New priority of MX, SRV and URI records.</summary>
    public int? Priority { get; init; }

    /// <summary>Rare switches.</summary>
    public DnsRecordSettings? Settings { get; init; }
}
