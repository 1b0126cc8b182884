using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>Rare switches of a record.</summary>
public sealed record DnsRecordSettings
{
    /// <summary>Proxied names answer A only.</summary>
    [JsonPropertyName("ipv4_only")]
    public bool? Ipv4Only { get; init; }

    /// <summary>Proxied names answer AAAA only.</summary>
    [JsonPropertyName("ipv6_only")]
    public bool? Ipv6Only { get; init; }

    /// <summary>Answer with the addresses a CNAME leads to.</summary>
    public bool? FlattenCname { get; init; }
}
