using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Trace.Reading;

/// <summary>The facts of one moment with what many traces look up in them, made once for all of them.</summary>
internal sealed class TraceScene
{
    private readonly ILookup<string, EndpointSlice> _slices;
    private readonly ILookup<string, LonghornReplica> _replicas;
    private readonly ILookup<string, LonghornEngine> _engines;
    private readonly ILookup<string, IngressRouteView> _named;
    private readonly ImmutableArray<IngressRouteView> _wide;

    public TraceScene(TraceFacts facts)
    {
        Facts = facts;
        Parts = new HostParts(facts.Names);
        _slices = facts.Cluster.EndpointSlices.All.Where(slice => slice.ServiceName() is not null).ToLookup(slice => $"{slice.Metadata.Namespace}/{slice.ServiceName()}");
        _replicas = facts.Cluster.VolumeReplicas.All.ToLookup(replica => replica.Spec.VolumeName);
        var routes = facts.Names.Ingress.Routes;
        _named = routes.SelectMany(route => route.Hosts.Select(host => (Host: host.Name.ToLowerInvariant(), Route: route))).ToLookup(pair => pair.Host, pair => pair.Route);
        _wide = [.. routes.Where(route => route.Hosts.Count == 0 || route.Hosts.Any(host => host.Name.Contains('*') || host.Name.StartsWith("~ ", StringComparison.Ordinal)))];
        _engines = facts.Cluster.VolumeEngines.All.ToLookup(engine => engine.Spec.VolumeName);
    }

    public TraceFacts Facts { get; }
    public HostParts Parts { get; }
    public ClusterState Cluster => Facts.Cluster;
    public DateTimeOffset Now => Facts.Now;

    /// <summary>Traefik's Service; null while it is not known.</summary>
    public Service? Traefik => Cluster.Services.Find(Facts.TraefikService);

    public IReadOnlyList<EndpointRow> Endpoints(string ns, string service) => ServiceEndpoints.Of(_slices[$"{ns}/{service}"]);

    /// <summary>The routes that may take a hostname, so that not all of them are tried for each.</summary>
    public IngressState Routes(string host) => Facts.Names.Ingress with { Routes = [.. _named[host].Concat(_wide).Distinct()] };

    /// <summary>Slices of a service that carry one of its ports.</summary>
    public IEnumerable<EndpointSlice> Slices(string ns, string service) => _slices[$"{ns}/{service}"];

    public IEnumerable<LonghornReplica> Replicas(string volume) => _replicas[volume];

    public IEnumerable<LonghornEngine> Engines(string volume) => _engines[volume];
}
