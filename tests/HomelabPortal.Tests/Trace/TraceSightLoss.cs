using HomelabPortal.Cluster;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reports;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

/// <summary>A source that cannot be read any more.</summary>
/// <param name="Hop">The station that can no longer be judged.</param>
/// <param name="Hosts">The names whose way needs it.</param>
internal sealed record TraceSightLoss(HopKind Hop, string[] Hosts, Func<TraceWorld, SourceStatus, TraceWorld> Take)
{
    public static IReadOnlyDictionary<string, TraceSightLoss> All { get; } = new Dictionary<string, TraceSightLoss>
    {
        ["DNS"] = new(HopKind.Dns, [Tv, Books, Ai], (world, status) => world with { DnsFault = Why(status) }),
        ["tunnels"] = new(HopKind.Tunnel, [Tv], (world, status) => world with { TunnelFault = Why(status) }),
        ["routes"] = new(HopKind.Route, [Tv, Books, Ai], (world, status) => world with { IngressFault = Why(status) }),
        ["the cluster"] = new(HopKind.Service, [Tv, Books, Ai], (world, status) => world with { ClusterFault = Why(status) }),
        ["middlewares"] = Of(HopKind.Route, [Tv, Books, Ai], (state, status) => state with { Middlewares = state.Middlewares with { Status = status } }),
        ["services"] = Of(HopKind.Service, [Tv, Books, Ai], (state, status) => state with { Services = state.Services with { Status = status } }),
        ["endpointslices"] = Of(HopKind.Endpoints, [Tv, Books, Ai], (state, status) => state with { EndpointSlices = state.EndpointSlices with { Status = status } }),
        ["pods"] = Of(HopKind.Pod, [Tv, Books], (state, status) => state with { Pods = state.Pods with { Status = status } }),
        ["nodes"] = Of(HopKind.Node, [Tv, Books], (state, status) => state with { Nodes = state.Nodes with { Status = status } }),
        ["claims"] = Of(HopKind.Storage, [Tv], (state, status) => state with { Claims = state.Claims with { Status = status } }),
        ["persistent volumes"] = Of(HopKind.Storage, [Tv], (state, status) => state with { PersistentVolumes = state.PersistentVolumes with { Status = status } }),
        ["Longhorn's volumes"] = Of(HopKind.Storage, [Tv], (state, status) => state with { Volumes = state.Volumes with { Status = status } }),
        ["Longhorn's replicas"] = Of(HopKind.Storage, [Tv], (state, status) => state with { VolumeReplicas = state.VolumeReplicas with { Status = status } }),
        ["address pools"] = Of(HopKind.Lan, [Books, Ai], (state, status) => state with { AddressPools = state.AddressPools with { Status = status } }),
        ["announcements"] = Of(HopKind.Lan, [Books, Ai], (state, status) => state with { L2Statuses = state.L2Statuses with { Status = status } }),
        ["the Docker host"] = new(HopKind.Machine, [Ai], (world, status) => world with { Host = world.Host with { Fault = Why(status), AsOf = SeenAt } }),
        ["the GPU"] = new(HopKind.Gpu, [Ai], (world, status) => world with { Gpu = world.Gpu with { Fault = Why(status), AsOf = SeenAt } }),
    };

    private static TraceSightLoss Of(HopKind hop, string[] hosts, Func<ClusterState, SourceStatus, ClusterState> take) => new(hop, hosts, (world, status) => world.With(state => take(state, status)));

    private static string Why(SourceStatus status) => status.Fault ?? "It does not answer.";
}
