namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>Makes few points of many: the mean of the means, the least of the leasts, the most of the mosts, and the levels that held last.</summary>
internal static class Thinning
{
    /// <returns>Null when there is nothing: a gap stays a gap.</returns>
    public static StoredPoint? Of(IEnumerable<StoredPoint?> points)
    {
        var (count, cpu, memory) = (0, default(Sum), default(Sum));
        Levels? levels = null;
        foreach (var point in points)
        {
            if (point is not { } there)
                continue;
            cpu = count == 0 ? Sum.Of(there.Cpu) : cpu.And(there.Cpu);
            memory = count == 0 ? Sum.Of(there.Memory) : memory.And(there.Memory);
            levels = there.Levels;
            count++;
        }

        return levels is null ? null : new StoredPoint(cpu.Over(count), memory.Over(count), levels);
    }

    private readonly record struct Sum(uint Low, ulong Total, uint High)
    {
        public static Sum Of(Band band) => new(band.Low, band.Mean, band.High);

        public Sum And(Band band) => new(Math.Min(Low, band.Low), Total + band.Mean, Math.Max(High, band.High));

        public Band Over(int count) => new(Low, (uint)((Total + (ulong)count / 2) / (ulong)count), High);
    }
}
