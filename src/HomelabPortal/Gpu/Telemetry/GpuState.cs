using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>The graphics cards of all configured Docker hosts as last measured.</summary>
internal sealed record GpuState(ImmutableArray<GpuHostState> Hosts)
{
    public static GpuState Empty { get; } = new([]);
}
