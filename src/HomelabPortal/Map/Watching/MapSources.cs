using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress;
using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Watching;
using HomelabPortal.Tunnels;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Map.Watching;

/// <summary>Puts together what the map is drawn from.</summary>
internal sealed class MapSources(
    Live<TraceState> traces, Live<HostnameState> hostnames, Live<TunnelState> tunnels, Live<ClusterState> cluster, Live<DockerState> docker, Live<GpuState> gpu, IOptions<IngressOptions> ingressOptions, TimeProvider time)
{
    private const string NotYet = "It has not been read yet.";

    /// <summary>True when the names and the cluster have been read once, well or badly.</summary>
    public bool AreRead => !traces.Current.IsLoading && !hostnames.Current.IsLoading && (!cluster.Current.Value.IsConnected || !cluster.Current.IsLoading);

    public MapFacts Read()
    {
        var fault = ClusterFault;
        return new MapFacts
        {
            Traces = [.. traces.Current.Value.Names.Values.Select(name => name.Report)],
            Tunnels = tunnels.Current.Value, Cluster = cluster.Current.Value, Docker = docker.Current.Value, Gpu = gpu.Current.Value,
            TraefikService = ingressOptions.Value.TraefikService,
            TunnelFault = tunnels.Current.Fault, TunnelsAsOf = tunnels.Current.AsOf, ClusterFault = fault, ClusterAsOf = cluster.Current.AsOf,
            Gaps = [.. Gaps(fault)], Now = time.GetUtcNow(),
        };
    }

    /// <summary>What the map follows from; equal stamps give equal maps, save for what time alone changes.</summary>
    public object Stamp() => (traces.Current.Value, hostnames.Current.Value.Gaps, tunnels.Current.Value, tunnels.Current.Fault, cluster.Current.Value, (cluster.Current.Fault, docker.Current.Value, gpu.Current.Value));

    private string? ClusterFault => cluster.Current switch
    {
        { Value: { IsConnected: false, Help: var help } } => help ?? NotYet,
        { Fault: { } fault } => fault,
        { AsOf: null } => NotYet,
        _ => null,
    };

    private IEnumerable<SourceGap> Gaps(string? clusterFault)
    {
        foreach (var gap in hostnames.Current.Value.Gaps)
            yield return gap;
        if (clusterFault is not null)
            yield return new SourceGap("Cluster", cluster.Current.Value.IsConnected ? cluster.Current.AsOf : null, clusterFault);
        foreach (var host in docker.Current.Value.Hosts.Where(host => host.Fault is not null))
            yield return new SourceGap(host.Name, host.AsOf, host.Fault!);
        foreach (var host in gpu.Current.Value.Hosts.Where(host => host is { Fault: not null, Cards.Length: > 0 }))
            yield return new SourceGap($"GPUs of {host.Host}", host.AsOf, host.Fault!);
    }
}
