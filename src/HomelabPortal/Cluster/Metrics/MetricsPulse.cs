namespace HomelabPortal.Cluster.Metrics;

/// <summary>Says that new measurements are in memory. Charts read again when the number they depend on moves.</summary>
/// <param name="Measured">Counts measurements.</param>
/// <param name="Minute">The minute they belong to, since 1970.</param>
public sealed record MetricsPulse(long Measured, long Minute)
{
    public static MetricsPulse None { get; } = new(0, 0);
}
