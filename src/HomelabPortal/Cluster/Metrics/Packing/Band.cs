namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>The least, the mean and the most of one quantity within a stretch of time, in the units of <see cref="MetricUnits"/>.</summary>
internal readonly record struct Band(uint Low, uint Mean, uint High)
{
    public static Band Of(uint value) => new(value, value, value);

    public bool IsFlat => Low == Mean && Mean == High;
}
