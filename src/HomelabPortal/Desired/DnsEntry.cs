namespace HomelabPortal.Desired;

/// <summary>A free DNS record that the owner wants, beside those that exposures need.</summary>
public sealed record DnsEntry
{
    public required string Id { get; init; }

    public required Hostname Name { get; init; }

    /// <summary>A, AAAA, CNAME or TXT.</summary>
    public required string Type { get; init; }

    public required string Content { get; init; }

    /// <summary>Seconds; 1 is automatic.</summary>
    public int Ttl { get; init; } = 1;

    public bool IsProxied { get; init; }
}
