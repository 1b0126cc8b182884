using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.House;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Keeps the status of the workloads true to their pods.</summary>
internal sealed class WorkloadStatusHabit(KubernetesStore store) : ILabHabit
{
    private readonly ChangeGate _gate = new(store, ("", "pods"), ("apps", "deployments"), ("apps", "replicasets"), ("apps", "statefulsets"), ("apps", "daemonsets"));

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        if (!_gate.HasChanged()) return;
        var pods = store.List("", "pods").Where(pod => !pod.IsDeleting()).ToLookup(pod => pod.OwnerUid());
        var sets = store.List("apps", "replicasets");
        foreach (var set in sets) WriteReplicaSet(set, [.. pods[set.Uid()]]);
        foreach (var deployment in store.List("apps", "deployments"))
        {
            var owned = sets.Where(set => set.OwnerUid() == deployment.Uid()).SelectMany(set => pods[set.Uid()]).ToList();
            Write(deployment, LabWorkloadKind.Deployment, (int?)deployment["spec"]!["replicas"] ?? 1, owned.Count(pod => pod.IsReady()), now);
        }
        foreach (var set in store.List("apps", "statefulsets"))
            Write(set, LabWorkloadKind.StatefulSet, (int?)set["spec"]!["replicas"] ?? 1, pods[set.Uid()].Count(pod => pod.IsReady()), now);
        foreach (var set in store.List("apps", "daemonsets"))
            Write(set, LabWorkloadKind.DaemonSet, pods[set.Uid()].Count(), pods[set.Uid()].Count(pod => pod.IsReady()), now);
    }

    private void Write(JsonObject workload, LabWorkloadKind kind, int desired, int ready, DateTimeOffset now)
    {
        var status = workload["status"];
        var generation = (int?)workload["metadata"]!["generation"] ?? 1;
        var known = kind is LabWorkloadKind.DaemonSet ? (status?["numberReady"], status?["desiredNumberScheduled"]) : (status?["readyReplicas"], status?["replicas"]);
        if ((int?)known.Item1 == ready && (int?)known.Item2 == desired && (int?)status?["observedGeneration"] == generation) return;
        store.Edit(workload, current => current["status"] = WorkloadStatus.Of(kind, desired, ready, generation, now));
    }

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
