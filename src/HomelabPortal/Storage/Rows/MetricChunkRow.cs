namespace HomelabPortal.Storage.Rows;

/// <summary>The packed samples of one series in one block.</summary>
internal sealed class MetricChunkRow
{
    public required int BlockId { get; set; }

    public required int SeriesId { get; set; }

    public required byte[] Data { get; set; }
}
