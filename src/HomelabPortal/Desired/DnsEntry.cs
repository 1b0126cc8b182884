using System.Text.Json.Serialization;

namespace HomelabPortal.Desired;

/// <summary>A free DNS record that the owner wants, beside those that exposures need.</summary>
public sealed record DnsEntry
{
    public required string Id { get; init; }

    public required RecordName Name { get; init; }

    /// <summary>A, AAAA, CNAME, TXT, MX, SRV, CAA, NS, HTTPS or SVCB.</summary>
    public required string Type { get; init; }

    /// <summary>What a zone file would say after the type, for example "10 mail.cowlab.org" of an MX record.</summary>
    public required string Content { get; init; }

    /// <summary>Seconds; 1 is automatic.</summary>
    public int Ttl { get; init; } = 1;

    public bool IsProxied { get; init; }

    /// <summary>It leads to a tunnel and so puts its name on the Internet, as an exposure does.</summary>
    [JsonIgnore]
    public bool IsTunnelled => LeadsToTunnel(Content);

    public static bool LeadsToTunnel(string content) => content.TrimEnd('.').EndsWith(".cfargotunnel.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>A word of the owner's that stands in the record's comment behind our mark.</summary>
    public string? Note { get; init; }

    /// <summary>The id of a record that stood there already and that the owner put into our care; null for one that we make.</summary>
    public string? AdoptedId { get; init; }

    /// <summary>What the adopted record was before we touched it, as JSON, so that it can be given back.</summary>
    public string? AdoptedImage { get; init; }
}
