using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Dns;

/// <summary>Every zone with all of its records, as the last complete look saw them; plans are made from the same look.</summary>
public sealed record DnsState(ImmutableArray<DnsZone> Zones)
{
    public static DnsState Empty { get; } = new([]);

    /// <summary>The zone with the longest matching suffix: a delegated sub-zone wins over its parent.</summary>
    public DnsZone? ZoneOf(RecordName name) =>
        Zones.Where(zone => name.IsWithin(zone.Name)).MaxBy(zone => zone.Name.Length);
}
