namespace HomelabPortal.Storage.Rows;

/// <summary>A tunnel configuration as it was seen, by version: the API itself keeps no history.</summary>
internal sealed class TunnelDocumentRow
{
    public required string TunnelId { get; set; }

    public required int Version { get; set; }

    public required string Document { get; set; }

    public required long SeenAtTicks { get; set; }

    /// <summary>The portal wrote this version itself.</summary>
    public bool IsOurs { get; set; }
}
