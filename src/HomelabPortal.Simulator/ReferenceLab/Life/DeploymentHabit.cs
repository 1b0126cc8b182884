using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Gives every Deployment the ReplicaSet of its template and scales the older ones to nothing.</summary>
internal sealed class DeploymentHabit(KubernetesStore store) : ILabHabit
{
    private readonly ChangeGate _gate = new(store, ("apps", "deployments"), ("apps", "replicasets"));

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        if (!_gate.HasChanged()) return;
        var sets = store.List("apps", "replicasets").ToLookup(set => set.OwnerUid());
        foreach (var deployment in store.List("apps", "deployments").Where(item => !item.IsDeleting()))
            Follow(deployment, [.. sets[deployment.Uid()]], now);
    }

    private void Follow(JsonObject deployment, IReadOnlyList<JsonObject> sets, DateTimeOffset now)
    {
        var template = deployment["spec"]!["template"]!;
        var wanted = (int?)deployment["spec"]!["replicas"] ?? 1;
        var current = sets.FirstOrDefault(set => JsonNode.DeepEquals(set["spec"]!["template"], template));
        foreach (var old in sets.Where(set => set != current)) Scale(old, 0);
        if (current is not null) Scale(current, wanted);
        else store.Put(New(deployment, wanted, now));
    }

    private void Scale(JsonObject set, int replicas)
    {
        if ((int?)set["spec"]!["replicas"] != replicas) store.Edit(set, current => current["spec"]!["replicas"] = replicas);
    }

    private static JsonObject New(JsonObject deployment, int replicas, DateTimeOffset now)
    {
        deployment["spec"]!["replicas"] = replicas;
        return WorkloadObjects.ReplicaSet(deployment, now, ready: 0);
    }
}
