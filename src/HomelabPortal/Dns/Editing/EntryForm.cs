using System.Globalization;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Dns.Editing;

/// <summary>What a person has typed into the form of one record.</summary>
public sealed class EntryForm
{
    private readonly Dictionary<string, string[]> _parts = [];

    /// <summary>The name as typed: in full, or only what stands before the zone; empty or @ is the zone itself.</summary>
    public string Name { get; set; } = "";

    public string Zone { get; set; } = "";

    public string Type { get; set; } = "A";

    public bool IsProxied { get; set; }

    public string Ttl { get; set; } = "";

    public string Note { get; set; } = "";

    internal RecordType Kind => RecordTypes.Find(Type) ?? RecordTypes.All[0];

    /// <summary>The parts of the content; each type keeps its own while another is tried.</summary>
    public string[] Parts => _parts.TryGetValue(Kind.Name, out var parts) ? parts : _parts[Kind.Name] = [.. Kind.Fields.Select(_ => "")];

    /// <summary>The name in full, as it will be.</summary>
    public string FullName
    {
        get
        {
            var typed = Name.Trim().TrimEnd('.');
            if (Zone.Length == 0)
                return typed;
            if (typed is "" or "@" || typed.Equals(Zone, StringComparison.OrdinalIgnoreCase))
                return Zone;
            return typed.EndsWith("." + Zone, StringComparison.OrdinalIgnoreCase) ? typed : $"{typed}.{Zone}";
        }
    }

    public void Begin(DnsEntry entry, string zone)
    {
        (Type, Zone, IsProxied, Note) = (entry.Type, zone, entry.IsProxied, entry.Note ?? "");
        Name = entry.Name.Value == zone ? "@" : entry.Name.Value.EndsWith("." + zone, StringComparison.Ordinal) ? entry.Name.Value[..^(zone.Length + 1)] : entry.Name.Value;
        Ttl = entry.Ttl == DnsValue.AutomaticTtl ? "" : entry.Ttl.ToString(CultureInfo.InvariantCulture);
        _parts[Kind.Name] = [.. Kind.Split(entry.Content)];
    }

    internal EntryDraft ToDraft() => new(FullName, Type, null, Parts, TtlOf(), IsProxied && Kind.IsProxiable, Note);

    private int? TtlOf() => Ttl.Trim() is { Length: > 0 } typed ? int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0 : null;
}
