namespace HomelabPortal.Simulator.Docker;

/// <summary>A graphics card of a simulated host. Changed only under the host's gate.</summary>
public sealed class SimulatedGpu
{
    public required string Uuid { get; init; }

    public string Name { get; init; } = "NVIDIA GeForce RTX 3090";

    public string DriverVersion { get; init; } = "570.195.03";

    public int MemoryMiB { get; init; } = 24576;

    public int PowerLimitWatts { get; init; } = 350;

    /// <summary>What the driver keeps for itself.</summary>
    public int ReservedMiB { get; init; } = 310;

    /// <summary>What desktop and contexts hold besides the programs that compute.</summary>
    public int OverheadMiB { get; set; } = 214;

    public int UtilizationPercent { get; set; } = 37;

    public int TemperatureCelsius { get; set; } = 56;

    /// <summary>Bits of the reasons why the clocks are not at their highest.</summary>
    public long ThrottleReasons { get; set; }

    /// <summary>A process outside all containers, or null for none.</summary>
    public GpuProcess? HostProcess { get; set; }

    internal double PowerWatts => 28 + (PowerLimitWatts - 38) * UtilizationPercent / 100.0;

    internal int FanPercent => Math.Clamp(TemperatureCelsius - 20, 0, 100);
}
