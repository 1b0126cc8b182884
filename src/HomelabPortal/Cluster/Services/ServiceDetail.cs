using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Services;

/// <summary>Everything that the page of one service shows and its row does not have.</summary>
internal sealed record ServiceDetail(IReadOnlyList<Finding> Findings, IReadOnlyList<EndpointRow> Endpoints, IReadOnlyList<PodRow> Pods, IReadOnlyList<HeldAddress> Held)
{
    public static ServiceDetail Empty { get; } = new([], [], [], []);

    /// <summary>"2 of 2 ready".</summary>
    public string? ReadyText => ServiceEndpoints.Count(Endpoints) is var (ready, all) && all > 0 ? $"{ready} of {all} ready" : null;

    public string? PodsText => Pods.Count == 0 ? null : Spoken.Count(Pods.Count, "pod");

    /// <summary>Lists that did not change keep their identity, so that their tables need not look at them again.</summary>
    public static ServiceDetail Of(Service service, ClusterState state, DateTimeOffset now, ServiceDetail before)
    {
        var endpoints = Keep(ServiceEndpoints.Of(state.SlicesOf(service.Metadata.Namespace, service.Metadata.Name)), before.Endpoints);
        var pods = Keep(SelectedPods.Of(service, state), before.Pods);
        var findings = ServiceHealth.Find(service, endpoints, () => pods, state, now).Concat(ServiceHealth.Remarks(service, pods, state));
        return new ServiceDetail(
            Keep([.. findings.OrderByDescending(finding => finding.IsWeighed).ThenByDescending(finding => finding.State)], before.Findings), endpoints, pods,
            Keep([.. state.LoadBalancer.Held.Where(held => held.Services.Contains(service.Metadata.Key()))], before.Held));
    }

    private static IReadOnlyList<T> Keep<T>(IReadOnlyList<T> now, IReadOnlyList<T> before) => now.SequenceEqual(before) ? before : now;
}
