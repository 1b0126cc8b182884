namespace HomelabPortal.Dns.Snapshots;

/// <summary>A record in a snapshot, as it is stored and answered.</summary>
internal sealed record SnapshotRecord(string Id, string Name, string Type, string Content, int Ttl, bool Proxied, string? Comment)
{
    public static SnapshotRecord Of(LiveRecord record) =>
        new(record.Id, record.Name, record.Value.Type, record.Value.Content, record.Value.Ttl, record.Value.IsProxied, record.Comment);

    public LiveRecord ToLive() => new(Id, Name, new DnsValue(Type, Content, Ttl, Proxied).Normalised(), Comment);
}
