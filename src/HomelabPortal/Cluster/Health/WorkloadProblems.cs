using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Workloads that lack replicas, unless their pods already tell why.</summary>
internal static class WorkloadProblems
{
    public static IEnumerable<Problem> Find(ClusterState state, Func<(string Namespace, OwnerLink Owner), bool> isTold) =>
        state.Deployments.All.Select(item => (item.Metadata, Kind: "Deployment", Verdict: WorkloadHealth.Judge(item)))
            .Concat(state.StatefulSets.All.Select(item => (item.Metadata, Kind: "StatefulSet", Verdict: WorkloadHealth.Judge(item))))
            .Concat(state.DaemonSets.All.Select(item => (item.Metadata, Kind: "DaemonSet", Verdict: WorkloadHealth.Judge(item))))
            .Where(item => item.Verdict.NeedsSomeone && !isTold((item.Metadata.Namespace, new OwnerLink(item.Kind, item.Metadata.Name))))
            .Select(item => Of(item.Metadata, item.Verdict));

    private static Problem Of(ObjectMeta item, Verdict verdict)
    {
        var what = verdict switch { { Word: "Rollout failed" } => "could not be rolled out", { State: HealthState.Broken } => "is down", _ => "lacks replicas" };
        return new Problem(verdict.State, $"{item.Name} {what}", verdict.Sentence, $"/cluster/pods?q={Uri.EscapeDataString($"{item.Namespace} {item.Name}")}", verdict.Since);
    }
}
