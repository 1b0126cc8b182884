using HomelabPortal.Cluster;
using HomelabPortal.Dns;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Tunnels;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Trace.Watching;

/// <summary>Puts together what traces are made from.</summary>
internal sealed class TraceSources(
    HostnameSources names, Live<DnsState> dns, Live<TunnelState> tunnels, Live<IngressState> ingress, Live<ClusterState> cluster, Live<DockerState> docker, Live<GpuState> gpu, IOptions<IngressOptions> ingressOptions)
{
    private const string NotYet = "It has not been read yet.";

    /// <summary>True when every source that the names rest on has answered once, well or badly.</summary>
    public bool AreRead => names.AreRead;

    public TraceFacts Read()
    {
        var seen = cluster.Current;
        return new TraceFacts
        {
            Names = names.Read(), Cluster = seen.Value, Docker = docker.Current.Value, Gpu = gpu.Current.Value, TraefikService = ingressOptions.Value.TraefikService,
            ClusterFault = seen.Value is { IsConnected: false, Help: var help } ? help ?? NotYet : seen.Fault ?? (seen.AsOf is null ? NotYet : null),
            DnsAsOf = dns.Current.AsOf, TunnelsAsOf = tunnels.Current.AsOf, IngressAsOf = ingress.Current.AsOf, ClusterAsOf = seen.AsOf,
        };
    }

    /// <summary>What traces follow from; equal stamps give equal traces, save for what time alone changes.</summary>
    public object Stamp() => (names.Stamp(), cluster.Current.Value, cluster.Current.Fault, docker.Current.Value, docker.Current.Fault, gpu.Current.Value);
}
