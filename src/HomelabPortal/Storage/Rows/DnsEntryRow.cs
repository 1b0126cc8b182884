namespace HomelabPortal.Storage.Rows;

internal sealed class DnsEntryRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string Type { get; set; }

    public required string Content { get; set; }

    public int Ttl { get; set; }

    public bool IsProxied { get; set; }

    public string? Note { get; set; }

    public string? AdoptedId { get; set; }

    /// <summary>The adopted record as it was, as JSON.</summary>
    public string? AdoptedImage { get; set; }
}
