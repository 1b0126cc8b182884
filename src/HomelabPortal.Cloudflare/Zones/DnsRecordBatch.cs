using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>
/// Changes made in one transaction, always in the order deletes, patches, puts, posts: all of them or none.
/// Reaching Cloudflare's name servers is not atomic.
/// </summary>
public sealed record DnsRecordBatch
{
    /// <summary>Most operations in one request on the Free plan.</summary>
    public const int Limit = 200;

    /// <summary>IDs of records to delete.</summary>
    public IReadOnlyList<string> Deletes { get; init; } = [];

    /// <summary>Partial changes.</summary>
    public IReadOnlyList<DnsRecordBatchPatch> Patches { get; init; } = [];

    /// <summary>Overwrites.</summary>
    public IReadOnlyList<DnsRecordBatchPut> Puts { get; init; } = [];

    /// <summary>New records.</summary>
    public IReadOnlyList<NewDnsRecord> Posts { get; init; } = [];

    /// <summary>Number of operations.</summary>
    [JsonIgnore]
    public int Count => Deletes.Count + Patches.Count + Puts.Count + Posts.Count;
}
