using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

/// <summary>Keeps the status of the workloads true to their pods.</summary>
internal sealed class WorkloadStatusHabit(KubernetesStore store) : ILabHabit
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);
    private readonly ChangeGate _gate = new(store, ("", "pods"), ("apps", "deployments"), ("apps", "replicasets"), ("apps", "statefulsets"), ("apps", "daemonsets"));
    private DateTimeOffset _looked;

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        // A rollout that stands still fails by the clock alone.
        if (!_gate.HasChanged() && now < _looked + LookAgain) return;
        _looked = now;
        var pods = store.List("", "pods").Where(pod => !pod.IsDeleting()).ToLookup(pod => pod.OwnerUid());
        var sets = store.List("apps", "replicasets");
        foreach (var set in sets) WriteReplicaSet(set, [.. pods[set.Uid()]]);
        foreach (var deployment in store.List("apps", "deployments")) WriteDeployment(deployment, [.. sets.Where(set => set.OwnerUid() == deployment.Uid())], pods, now);
        foreach (var set in store.List("apps", "statefulsets")) Write(set, SetStatus.OfStateful(set, Counts(set, (int?)set["spec"]!["replicas"] ?? 1, [.. pods[set.Uid()]])));
        foreach (var set in store.List("apps", "daemonsets")) Write(set, SetStatus.OfDaemon(set, Counts(set, PodHabit.NodesOf(store, set).Count(), [.. pods[set.Uid()]])));
    }

    private void WriteDeployment(JsonObject deployment, IReadOnlyList<JsonObject> sets, ILookup<string?, JsonObject> pods, DateTimeOffset now)
    {
        var current = sets.FirstOrDefault(set => Templates.IsOf(set, deployment));
        var owned = sets.SelectMany(set => pods[set.Uid()]).ToList();
        var counts = new PodCounts(
            (int?)deployment["spec"]!["replicas"] ?? 1, owned.Count, current is null ? 0 : pods[current.Uid()].Count(), owned.Count(pod => pod.IsReady()));
        Write(deployment, DeploymentStatus.Next(deployment, current?.Name() ?? "", counts, now));
    }

    private static PodCounts Counts(JsonObject set, int wanted, IReadOnlyList<JsonObject> pods)
    {
        var revision = Templates.RevisionOf(set);
        return new PodCounts(wanted, pods.Count, pods.Count(pod => Templates.IsCurrent(pod, revision)), pods.Count(pod => pod.IsReady()));
    }

    private void Write(JsonObject workload, JsonObject status) => store.Edit(workload, current => current["status"] = status);

    private void WriteReplicaSet(JsonObject set, IReadOnlyList<JsonObject> pods)
    {
        var ready = pods.Count(pod => pod.IsReady());
        store.Edit(set, current =>
        {
            var status = current["status"] as JsonObject ?? [];
            (status["replicas"], status["fullyLabeledReplicas"], status["readyReplicas"], status["availableReplicas"]) = (pods.Count, pods.Count, ready, ready);
            status["observedGeneration"] = current["metadata"]!["generation"]?.DeepClone();
            if (status.Parent is null) current["status"] = status;
        });
    }
}
