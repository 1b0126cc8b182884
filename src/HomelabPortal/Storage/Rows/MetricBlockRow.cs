namespace HomelabPortal.Storage.Rows;

/// <summary>A stretch of time at one resolution. It counts what its chunks hold, so that the bound is kept without reading them.</summary>
internal sealed class MetricBlockRow
{
    public int Id { get; set; }

    /// <summary>1, or 15 once it was thinned out.</summary>
    public required int StepMinutes { get; set; }

    /// <summary>Minutes since 1970 (UTC).</summary>
    public required long StartMinute { get; set; }

    public int Chunks { get; set; }

    public long Bytes { get; set; }
}
