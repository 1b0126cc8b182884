using HomelabPortal.Cluster.Pods;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Map.Reading;

/// <summary>The facts of one moment with what many parts of the map look up in them.</summary>
internal sealed class MapScene
{
    private readonly Dictionary<string, IReadOnlyList<PodRow>> _podsOf = [];
    private readonly Dictionary<string, ServiceRow> _services;

    public MapScene(MapFacts facts)
    {
        Facts = facts;
        _services = facts.Cluster.ServiceRows.ToDictionary(row => $"{row.Namespace}/{row.Name}");
        Passed = facts.Traces.SelectMany(Hops).Where(hop => hop.Name.Length > 0).ToLookup(hop => hop.Kind);
    }

    public MapFacts Facts { get; }

    /// <summary>The stations of all hostnames, by their kind.</summary>
    public ILookup<HopKind, TraceHop> Passed { get; }

    public ServiceRow? Service(string key) => _services.GetValueOrDefault(key);

    /// <summary>The pods behind a service; those that have ended serve nobody any more.</summary>
    public IReadOnlyList<PodRow> PodsOf(string service)
    {
        if (_podsOf.TryGetValue(service, out var known))
            return known;
        return _podsOf[service] = Facts.Cluster.Services.Find(service) is { } there ? [.. SelectedPods.Of(there, Facts.Cluster).Where(IsThere)] : [];
    }

    /// <summary>The claims that a pod mounts.</summary>
    public IEnumerable<string> ClaimsOf(PodRow pod) => Facts.Cluster.Pods.Find(pod.Key)?.Spec.Volumes
        .Select(volume => volume.PersistentVolumeClaim?.ClaimName ?? "").Where(name => name.Length > 0).Select(name => MapIds.Claim(pod.Namespace, name)) ?? [];

    /// <summary>What has ended serves nobody, and is left over until somebody clears it away.</summary>
    public bool IsThere(PodRow pod) => Facts.Cluster.Pods.Find(pod.Key)?.Status.Phase != "Succeeded";

    /// <summary>The stations of the ways that records lead; a way that only another DNS would send people is left out.</summary>
    public static IEnumerable<TraceHop> Hops(TraceReport report) => report.Entries.Where(entry => entry.IsMain).SelectMany(entry => entry.Hops);
}
