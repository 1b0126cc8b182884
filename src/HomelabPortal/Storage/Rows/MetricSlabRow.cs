namespace HomelabPortal.Storage.Rows;

/// <summary>A few minutes of all series together, until their hour is over and becomes chunks.</summary>
internal sealed class MetricSlabRow
{
    public int Id { get; set; }

    /// <summary>Where the hour begins, in minutes since 1970 (UTC).</summary>
    public required long HourMinute { get; set; }

    public required byte[] Data { get; set; }
}
