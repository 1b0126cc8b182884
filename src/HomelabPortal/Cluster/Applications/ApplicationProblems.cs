using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Applications;

/// <summary>Applications and charts that need somebody. An application that is degraded by a pod or workload which is a problem already is not told of twice.</summary>
internal static class ApplicationProblems
{
    /// <param name="pods">The namespaces and topmost owners of the pods that are a problem already.</param>
    public static IEnumerable<Problem> Find(ClusterState state, IEnumerable<(string Namespace, OwnerLink Owner)> pods, DateTimeOffset now) =>
        Applications(state, pods, now).Concat(Charts(state));

    private static IEnumerable<Problem> Applications(ClusterState state, IEnumerable<(string Namespace, OwnerLink Owner)> pods, DateTimeOffset now)
    {
        var explained = new Lazy<ImmutableHashSet<string>>(() => Explained(state, pods));
        foreach (var application in state.Applications.All)
        {
            var verdict = ApplicationHealth.Judge(application, now);
            if (!verdict.NeedsSomeone || (verdict.Word == "Degraded" && explained.Value.Contains(application.Metadata.Name)))
                continue;
            var what = verdict.Word switch
            {
                "Degraded" => "is degraded",
                "Missing" => "is missing from the cluster",
                "Sync failed" => "cannot be synced",
                "Out of sync" => "stays out of sync",
                _ => "is in an unknown state",
            };
            yield return new Problem(verdict.State, $"Application {application.Metadata.Name} {what}", verdict.Sentence, $"/cluster/applications/{application.Metadata.Namespace}/{application.Metadata.Name}", verdict.Since);
        }
    }

    private static IEnumerable<Problem> Charts(ClusterState state) =>
        from chart in state.HelmCharts.All
        let verdict = ChartHealth.Judge(chart, state)
        where verdict.NeedsSomeone && verdict.State != HealthState.Unknown
        select new Problem(verdict.State, $"Chart {chart.Metadata.Name} {(verdict.State == HealthState.Broken ? "could not be installed" : "is tried again")}", verdict.Sentence, $"/cluster/applications/charts/{chart.Metadata.Namespace}/{chart.Metadata.Name}", verdict.Since);

    /// <summary>Names of the applications that keep something which is a problem already.</summary>
    private static ImmutableHashSet<string> Explained(ClusterState state, IEnumerable<(string Namespace, OwnerLink Owner)> pods) =>
    [
        .. pods.Select(known => Find(state, known.Namespace, known.Owner)).OfType<ObjectMeta>().Concat(Workloads(state))
            .Select(item => ManagedBy.Of(item, state)).OfType<ObjectManager>()
            .Where(manager => manager.Tool == ObjectManager.ArgoCd)
            .Select(manager => manager.Name.Split('_')[^1]),
    ];

    private static IEnumerable<ObjectMeta> Workloads(ClusterState state) =>
        state.Deployments.All.Where(item => WorkloadHealth.Judge(item).NeedsSomeone).Select(item => item.Metadata)
            .Concat(state.StatefulSets.All.Where(item => WorkloadHealth.Judge(item).NeedsSomeone).Select(item => item.Metadata))
            .Concat(state.DaemonSets.All.Where(item => WorkloadHealth.Judge(item).NeedsSomeone).Select(item => item.Metadata));

    private static ObjectMeta? Find(ClusterState state, string ns, OwnerLink owner) => owner.Kind switch
    {
        "Deployment" => state.Deployments.Find(ns, owner.Name)?.Metadata,
        "StatefulSet" => state.StatefulSets.Find(ns, owner.Name)?.Metadata,
        "DaemonSet" => state.DaemonSets.Find(ns, owner.Name)?.Metadata,
        "ReplicaSet" => state.ReplicaSets.Find(ns, owner.Name)?.Metadata,
        "Job" => state.Jobs.Find(ns, owner.Name)?.Metadata,
        "Pod" => state.Pods.Find(ns, owner.Name)?.Metadata,
        _ => null,
    };
}
