namespace HomelabPortal.Docker;

/// <summary>How far a pull is. The daemon gives no whole: bytes of layers it has not begun are unknown.</summary>
/// <param name="Layers">Layers named so far.</param>
/// <param name="LayersDone">Layers that are in place.</param>
/// <param name="DownloadedBytes">Bytes downloaded.</param>
/// <param name="TotalBytes">Bytes to download, of the layers whose size is known.</param>
/// <param name="Digest">Digest of the manifest, once it is known.</param>
public sealed record PullTotals(int Layers, int LayersDone, long DownloadedBytes, long TotalBytes, string? Digest)
{
    /// <summary>Before the first report.</summary>
    public static PullTotals None { get; } = new(0, 0, 0, 0, null);
}
