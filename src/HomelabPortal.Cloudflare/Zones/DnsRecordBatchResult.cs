namespace HomelabPortal.Cloudflare;

/// <summary>The records a batch touched, in the order of the request. What was not asked for may be null.</summary>
public sealed record DnsRecordBatchResult
{
    /// <summary>The records as they were before their deletion.</summary>
    public IReadOnlyList<DnsRecord>? Deletes { get; init; }

    /// <summary>The records after their partial change.</summary>
    public IReadOnlyList<DnsRecord>? Patches { get; init; }

    /// <summary>The records after their overwrite.</summary>
    public IReadOnlyList<DnsRecord>? Puts { get; init; }

    /// <summary>The new records with their IDs.</summary>
    public IReadOnlyList<DnsRecord>? Posts { get; init; }
}
