using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Metrics;

/// <summary>With which workload a pod is counted.</summary>
internal static class WorkloadOf
{
    /// <summary>The pod itself when nobody manages it.</summary>
    public static MetricSubject Pod(Pod pod, ClusterState state)
    {
        var (ns, top) = (pod.Metadata.Namespace, OwnerChain.Top(pod, state));
        return top.Kind switch
        {
            // The mirror of a static pod names its node as its owner, but is a workload of its own.
            MetricSubject.NodeKind => MetricSubject.Pod(ns, pod.Metadata.Name),
            "Job" when state.Jobs.Find(ns, top.Name)?.Metadata.Controller() is { Kind: "CronJob" } above => new MetricSubject(above.Kind, ns, above.Name),
            _ => new MetricSubject(top.Kind, ns, top.Name),
        };
    }
}
