namespace HomelabPortal.Storage.Rows;

/// <summary>Something whose use of processor and memory is kept. Its id stands for it in every packed sample.</summary>
internal sealed class MetricSeriesRow
{
    public required int Id { get; set; }

    /// <summary>"Node", "Deployment", "Pod".</summary>
    public required string Kind { get; set; }

    /// <summary>Empty for a node.</summary>
    public required string Namespace { get; set; }

    public required string Name { get; set; }
}
