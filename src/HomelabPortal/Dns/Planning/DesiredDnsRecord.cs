using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>A record that should exist. An exposure has one per hostname; free entries may share a name and so carry their id in the key.</summary>
internal sealed record DesiredDnsRecord(ResourceKey Key, string OwnerId, RecordName Name, DnsContent Content)
    : DesiredResource(Key, OwnerId, Name.Value)
{
    /// <summary>What stands behind our mark; null leaves whatever stands there.</summary>
    public string? Note { get; init; }

    /// <summary>The record that is taken over instead of made; null for one of our own.</summary>
    public Adoption? Adoption { get; init; }

    public override bool IsOptional => Content is DnsContent.Lan;

    public static DesiredDnsRecord ForExposure(Exposure exposure, DnsContent content) =>
        new(DnsView.KeyOf(exposure.Hostname.Value), exposure.Id, RecordName.Of(exposure.Hostname), content);

    public static DesiredDnsRecord ForEntry(DnsEntry entry) => new(
        KeyOf(entry), entry.Id, entry.Name,
        new DnsContent.Typed(entry.Type, entry.Content, entry.Ttl, entry.IsProxied)) { Note = entry.Note, Adoption = Adoption.Of(entry) };

    public static ResourceKey KeyOf(DnsEntry entry) => DnsView.KeyOf($"{entry.Name}/{entry.Id}");
}
