using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Removes what has lost its owner, and events that are too old.</summary>
internal sealed class GarbageHabit(KubernetesStore store) : ILabHabit
{
    private readonly ChangeGate _gate = new(store, Owners);

    private static (string, string)[] Owners =>
        [("apps", "deployments"), ("apps", "replicasets"), ("apps", "statefulsets"), ("apps", "daemonsets"), ("batch", "cronjobs"), ("batch", "jobs"), ("", "services")];

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(5);

    public void Act(DateTimeOffset now)
    {
        LabEvents.Forget(store, now);
        if (!_gate.HasChanged()) return;
        var owners = Owners.SelectMany(owner => store.List(owner.Item1, owner.Item2)).Select(item => item.Uid()).ToHashSet();
        Sweep("apps", "replicasets");
        Sweep("batch", "jobs");
        Sweep("", "pods");
        Sweep("discovery.k8s.io", "endpointslices");

        void Sweep(string group, string plural)
        {
            foreach (var item in store.List(group, plural))
                if (IsOwned(item) && item.OwnerUid() is { } owner && !owners.Contains(owner))
                    store.Delete((string)item["apiVersion"]!, (string)item["kind"]!, item.Namespace(), item.Name());
        }
    }

    private static bool IsOwned(JsonObject item) => (string?)item["metadata"]!["ownerReferences"]?[0]?["kind"] is
        "Deployment" or "ReplicaSet" or "StatefulSet" or "DaemonSet" or "CronJob" or "Job" or "Service";
}
