using HomelabPortal.Cluster.Facts;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads.Overview;

/// <summary>What there is to know of a workload, by its kind.</summary>
internal static class WorkloadFacts
{
    public static IReadOnlyList<Fact> Of(Workload workload, ClusterState state, DateTimeOffset now)
    {
        var (ns, name) = (workload.Metadata.Namespace, workload.Metadata.Name);
        var own = workload.Kind.Name switch
        {
            "Deployment" => state.Deployments.Find(ns, name) is { } item ? RolloutFacts.Of(item) : [],
            "StatefulSet" => state.StatefulSets.Find(ns, name) is { } item ? RolloutFacts.Of(item) : [],
            "DaemonSet" => state.DaemonSets.Find(ns, name) is { } item ? RolloutFacts.Of(item) : [],
            "Job" => state.Jobs.Find(ns, name) is { } item ? JobFacts.Of(item, now) : [],
            _ => state.CronJobs.Find(ns, name) is { } item ? JobFacts.Of(item, now) : (IReadOnlyList<Fact>)[],
        };
        return [.. own, .. Shared(workload)];
    }

    private static IReadOnlyList<Fact> Shared(Workload workload) => Fact.List(
        Fact.IfAny("Service account", workload.Template.Spec.ServiceAccountName),
        Fact.IfAny("Runs on nodes with", workload.Template.Spec.NodeSelector.Select(label => new FactPart($"{label.Key}={label.Value}", IsCode: true))),
        Fact.IfAny("Created", workload.Metadata.CreationTimestamp));
}
