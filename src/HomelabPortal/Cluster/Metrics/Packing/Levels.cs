namespace HomelabPortal.Cluster.Metrics.Packing;

/// <summary>
/// What was reserved and what is the most something may use, at one time. Zero stands for none.
/// A class: thousands of samples share one instance, because levels hardly ever change.
/// </summary>
internal sealed record Levels(uint CpuReserved, uint MemoryReserved, uint CpuCeiling, uint MemoryCeiling)
{
    public static Levels None { get; } = new(0, 0, 0, 0);

    public static Levels Of(Usage reserved, Usage ceiling) =>
        new(MetricUnits.Cpu(reserved.Cpu), MetricUnits.Memory(reserved.Memory), MetricUnits.Cpu(ceiling.Cpu), MetricUnits.Memory(ceiling.Memory));
}
