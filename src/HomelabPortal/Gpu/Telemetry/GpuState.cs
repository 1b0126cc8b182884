using System.Collections.Immutable;
using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>The graphics cards of all configured Docker hosts as last measured.</summary>
internal sealed record GpuState(ImmutableArray<GpuHostState> Hosts)
{
    public GpuHostState? Find(string host) => Hosts.FirstOrDefault(candidate => candidate.Host == host);

    public GpuReading? Find(string host, string card) => Find(host)?.Cards.FirstOrDefault(candidate => candidate.Uuid == card);

    public static GpuState Empty { get; } = new([]);
}
