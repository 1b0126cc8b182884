using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Table;

namespace HomelabPortal.Trace.Reading;

/// <summary>Everything a trace is made from, at one moment. A source with a fault keeps its last state, but nothing is concluded from it.</summary>
internal sealed record TraceFacts
{
    /// <summary>DNS, tunnels, routes and what is wanted, with their faults.</summary>
    public HostnameFacts Names { get; init; } = new();

    public ClusterState Cluster { get; init; } = ClusterState.Connecting;
    public DockerState Docker { get; init; } = DockerState.Empty;
    public GpuState Gpu { get; init; } = GpuState.Empty;

    /// <summary>Traefik's Service as namespace/name.</summary>
    public string TraefikService { get; init; } = "traefik/traefik";

    /// <summary>Why nothing of the cluster can be relied on now; null while it can, apart from single kinds.</summary>
    public string? ClusterFault { get; init; }

    /// <summary>When each source was last seen; null when never.</summary>
    public DateTimeOffset? DnsAsOf { get; init; }
    public DateTimeOffset? TunnelsAsOf { get; init; }
    public DateTimeOffset? IngressAsOf { get; init; }
    public DateTimeOffset? ClusterAsOf { get; init; }

    public DateTimeOffset Now => Names.Now;
}
