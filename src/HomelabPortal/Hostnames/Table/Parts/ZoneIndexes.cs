using HomelabPortal.Dns;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>All zones, by the longest suffix of a name.</summary>
internal sealed class ZoneIndexes(DnsState dns)
{
    private readonly Dictionary<string, ZoneIndex> _zones = dns.Zones.DistinctBy(zone => zone.Name).ToDictionary(zone => zone.Name, zone => new ZoneIndex(zone));

    public IEnumerable<ZoneIndex> All => _zones.Values;

    public ZoneIndex? Of(string name)
    {
        for (var rest = name; rest.Length > 0;)
        {
            if (_zones.TryGetValue(rest, out var zone))
                return zone;
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            rest = dot < 0 ? "" : rest[(dot + 1)..];
        }

        return null;
    }
}
