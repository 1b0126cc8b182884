namespace HomelabPortal.Cloudflare;

/// <summary>A partial change inside a batch.</summary>
public sealed record DnsRecordBatchPatch : DnsRecordPatch
{
    /// <summary>The record to change.</summary>
    public required string Id { get; init; }
}
