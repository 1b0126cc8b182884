using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>A record that should exist. An exposure has one per hostname; free entries may share a name and so carry their id in the key.</summary>
internal sealed record DesiredDnsRecord(ResourceKey Key, string OwnerId, RecordName Name, DnsContent Content)
    : DesiredResource(Key, OwnerId, Name.Value)
{
    public override bool IsOptional => Content is DnsContent.Lan;

    public static DesiredDnsRecord ForExposure(Exposure exposure, DnsContent content) =>
        new(DnsView.KeyOf(exposure.Hostname.Value), exposure.Id, RecordName.Of(exposure.Hostname), content);

    public static DesiredDnsRecord ForEntry(DnsEntry entry) => new(
        DnsView.KeyOf($"{entry.Name}/{entry.Id}"), entry.Id, entry.Name,
        new DnsContent.Typed(entry.Type, entry.Content, entry.Ttl, entry.IsProxied));
}
