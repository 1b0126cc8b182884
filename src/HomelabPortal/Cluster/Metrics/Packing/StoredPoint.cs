namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>What something used in one stretch of time, and its levels then.</summary>
internal readonly record struct StoredPoint(Band Cpu, Band Memory, Levels Levels)
{
    public static StoredPoint Of(uint cpu, uint memory, Levels levels) => new(Band.Of(cpu), Band.Of(memory), levels);
}
