using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Map.Reading;

/// <summary>Everything the map is drawn from, at one moment. A source with a fault keeps its last state, but what rests on it is unknown.</summary>
internal sealed record MapFacts
{
    /// <summary>The traces of all known hostnames.</summary>
    public ImmutableArray<TraceReport> Traces { get; init; } = [];

    public TunnelState Tunnels { get; init; } = TunnelState.Empty;
    public ClusterState Cluster { get; init; } = ClusterState.Connecting;
    public DockerState Docker { get; init; } = DockerState.Empty;
    public GpuState Gpu { get; init; } = GpuState.Empty;

    /// <summary>Traefik's Service as namespace/name.</summary>
    public string TraefikService { get; init; } = "traefik/traefik";

    /// <summary>Why tunnels cannot be relied on now; null while they can.</summary>
    public string? TunnelFault { get; init; }
    public DateTimeOffset? TunnelsAsOf { get; init; }

    /// <summary>Why nothing of the cluster can be relied on now; null while it can.</summary>
    public string? ClusterFault { get; init; }
    public DateTimeOffset? ClusterAsOf { get; init; }

    public ValueList<SourceGap> Gaps { get; init; } = [];

    public DateTimeOffset Now { get; init; }
}
