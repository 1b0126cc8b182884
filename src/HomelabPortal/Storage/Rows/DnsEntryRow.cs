namespace HomelabPortal.Storage.Rows;

internal sealed class DnsEntryRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string Type { get; set; }

    public required string Content { get; set; }

    public int Ttl { get; set; }

    public bool IsProxied { get; set; }
}
