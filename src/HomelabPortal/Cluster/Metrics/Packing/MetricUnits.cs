namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>Samples are whole numbers: tenths of a millicore, and KiB. That is finer than metrics-server is true.</summary>
internal static class MetricUnits
{
    private const double PerCore = 10_000;
    private const double BytesPer = 1024;

    public static uint Cpu(double cores) => Whole(cores * PerCore);

    public static uint Memory(double bytes) => Whole(bytes / BytesPer);

    public static double Cores(double units) => units / PerCore;

    public static double Bytes(double units) => units * BytesPer;

    /// <summary>What no cluster of a house has (4 TiB, 400,000 cores) is kept as the most there is.</summary>
    private static uint Whole(double value) => double.IsNaN(value) || value <= 0 ? 0 : (uint)Math.Min(Math.Round(value), uint.MaxValue);
}
