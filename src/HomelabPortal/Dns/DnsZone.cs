using System.Collections.Immutable;

namespace HomelabPortal.Dns;

/// <summary>A zone with all of its records.</summary>
public sealed record DnsZone(string Id, string Name, string Status, bool IsPaused, ImmutableArray<LiveRecord> Records)
{
    public IEnumerable<LiveRecord> At(string name) => Records.Where(record => record.Name == name);

    public LiveRecord? Find(string? id) => Records.FirstOrDefault(record => record.Id == id);
}
