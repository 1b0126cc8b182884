using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Api;

/// <summary>What was used within one step. Everything but the time is null where nothing was measured.</summary>
/// <param name="At">When the step begins.</param>
/// <param name="CpuCores">The mean.</param>
/// <param name="MemoryBytes">The mean.</param>
/// <param name="CpuCoresReserved">Null when nothing is reserved.</param>
/// <param name="CpuCoresCeiling">What a node can give to pods, or a workload's limit; null when there is none.</param>
internal sealed record MetricPointResource(
    DateTimeOffset At, double? CpuCores, double? CpuCoresMin, double? CpuCoresMax, long? MemoryBytes, long? MemoryBytesMin, long? MemoryBytesMax,
    double? CpuCoresReserved, double? CpuCoresCeiling, long? MemoryBytesReserved, long? MemoryBytesCeiling)
{
    public static MetricPointResource Of(DateTimeOffset at, StoredPoint? point) => point is not { } there
        ? new(at, null, null, null, null, null, null, null, null, null, null)
        : new(
            at, MetricUnits.Cores(there.Cpu.Mean), MetricUnits.Cores(there.Cpu.Low), MetricUnits.Cores(there.Cpu.High), Bytes(there.Memory.Mean), Bytes(there.Memory.Low), Bytes(there.Memory.High),
            Level(there.Levels.CpuReserved), Level(there.Levels.CpuCeiling), LevelBytes(there.Levels.MemoryReserved), LevelBytes(there.Levels.MemoryCeiling));

    private static long Bytes(uint units) => (long)MetricUnits.Bytes(units);

    private static double? Level(uint units) => units == 0 ? null : MetricUnits.Cores(units);

    private static long? LevelBytes(uint units) => units == 0 ? null : Bytes(units);
}
