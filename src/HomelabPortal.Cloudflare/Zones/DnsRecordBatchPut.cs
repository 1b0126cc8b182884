namespace HomelabPortal.Cloudflare;

/// <summary>A whole new content for a record inside a batch. What is null goes to Cloudflare's default: the old comment is lost.</summary>
public sealed record DnsRecordBatchPut : NewDnsRecord
{
    /// <summary>The record to overwrite.</summary>
    public required string Id { get; init; }
}
