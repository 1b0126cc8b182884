namespace HomelabPortal.Storage.Rows;

internal sealed class TunnelEntryRow
{
    public required string Id { get; set; }

    public required string TunnelId { get; set; }

    public required string Name { get; set; }

    public string? Path { get; set; }

    public required string Service { get; set; }

    /// <summary>JSON object.</summary>
    public string? OriginRequest { get; set; }

    public string? LoginPolicy { get; set; }

    public bool IsPublicWithoutLogin { get; set; }

    public int Rank { get; set; }
}
