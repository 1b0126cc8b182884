using HomelabPortal.Dns;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>
/// The records of a zone that send a client somewhere, prepared for thousands of questions;
/// its answers are those that the planner's wildcard rule gives for one name (RFC 4592).
/// </summary>
internal sealed class ZoneIndex
{
    private readonly ILookup<string, LiveRecord> _byName;
    private readonly Dictionary<string, string> _existing = new(StringComparer.Ordinal);

    public ZoneIndex(DnsZone zone)
    {
        Zone = zone;
        _byName = zone.Records.Where(IsAddress).ToLookup(record => record.Name);
        _existing[zone.Name] = zone.Name;
        foreach (var record in zone.Records)
        {
            for (var name = record.Name; name.Length > zone.Name.Length; name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
                _existing.TryAdd(name, record.Name);
        }
    }

    public DnsZone Zone { get; }

    public static bool IsAddress(LiveRecord record) => record.Value.Type is "A" or "AAAA" or "CNAME";

    public IEnumerable<LiveRecord> Own(string name) => _byName[name];

    /// <summary>The records that answer for a name: its own, or those of the wildcard that covers it.</summary>
    public IEnumerable<LiveRecord> Answering(string name) =>
        _existing.ContainsKey(name) ? _byName[name] : _byName["*." + EncloserOf(name)];

    /// <summary>The wildcard that would answer if nothing more specific were there, with what is; null when nothing is in its way.</summary>
    public (string Wildcard, string Obstacle)? BlockedWildcard(string name)
    {
        if (!_existing.TryGetValue(name, out var obstacle) || name.StartsWith("*.", StringComparison.Ordinal))
            return null;
        for (var above = Parent(name); above.Length >= Zone.Name.Length; above = Parent(above))
        {
            if (_byName.Contains("*." + above))
                return ("*." + above, obstacle);
            if (above == Zone.Name)
                break;
        }

        return null;
    }

    private string EncloserOf(string name)
    {
        var above = Parent(name);
        while (above.Length > Zone.Name.Length && !_existing.ContainsKey(above))
            above = Parent(above);
        return above;
    }

    private static string Parent(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
