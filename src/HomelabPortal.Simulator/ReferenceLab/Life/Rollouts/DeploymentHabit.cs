using System.Globalization;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

/// <summary>
/// The deployment controller: gives every Deployment the ReplicaSet of its template, numbers it, and shifts the pods over,
/// all at once or within the bounds of a rolling update. A ReplicaSet that is wanted again gets the next number.
/// </summary>
internal sealed class DeploymentHabit(KubernetesStore store) : ILabHabit
{
    private const string Revision = "deployment.kubernetes.io/revision";
    private const int DefaultHistory = 10;
    private readonly ChangeGate _gate = new(store, ("apps", "deployments"), ("apps", "replicasets"), ("", "pods"));

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        if (!_gate.HasChanged()) return;
        var pods = store.List("", "pods").ToLookup(pod => pod.OwnerUid());
        var sets = store.List("apps", "replicasets").ToLookup(set => set.OwnerUid());
        foreach (var deployment in store.List("apps", "deployments").Where(item => !item.IsDeleting()))
            Follow(deployment, [.. sets[deployment.Uid()]], pods, now);
    }

    private void Follow(JsonObject deployment, IReadOnlyList<JsonObject> sets, ILookup<string?, JsonObject> pods, DateTimeOffset now)
    {
        var current = sets.FirstOrDefault(set => Templates.IsOf(set, deployment));
        var isPaused = (bool?)deployment["spec"]!["paused"] == true;
        if (current is null && isPaused) current = sets.MaxBy(Number);
        if (current is null)
        {
            store.Put(New(deployment, sets.Select(Number).DefaultIfEmpty().Max() + 1, now));
            return;
        }
        if (!isPaused) Renumber(deployment, current, sets);
        var old = sets.Where(set => set != current).ToList();
        var wanted = (int?)deployment["spec"]!["replicas"] ?? 1;
        if ((string?)deployment["spec"]!["strategy"]?["type"] == "Recreate") Recreate(current, old, wanted, pods);
        else Roll(RollingBounds.Of(deployment["spec"]!["strategy"], wanted), current, old, wanted, pods);
        Forget(deployment, old);
    }

    private void Recreate(JsonObject current, IReadOnlyList<JsonObject> old, int wanted, ILookup<string?, JsonObject> pods)
    {
        foreach (var set in old) Scale(set, 0);
        if (!old.Any(set => pods[set.Uid()].Any())) Scale(current, wanted);
    }

    private void Roll(RollingBounds bounds, JsonObject current, IReadOnlyList<JsonObject> old, int wanted, ILookup<string?, JsonObject> pods)
    {
        var (have, total) = (Replicas(current), Replicas(current) + old.Sum(Replicas));
        if (have > wanted) Scale(current, wanted);
        else if (Math.Min(wanted - have, wanted + bounds.Surge - total) is var more and > 0) Scale(current, have + more);
        var spare = total - (wanted - bounds.Missing) - (have - Ready(current, pods));
        var healthy = old.Sum(set => Ready(set, pods)) + Ready(current, pods) - (wanted - bounds.Missing);
        foreach (var set in old.OrderBy(Number))
        {
            var broken = Math.Clamp(Replicas(set) - Ready(set, pods), 0, Math.Max(spare, 0));
            var working = Math.Clamp(Math.Min(spare - broken, healthy), 0, Math.Min(Ready(set, pods), Replicas(set)));
            if (broken + working > 0) Scale(set, Replicas(set) - broken - working);
            (spare, healthy) = (spare - broken - working, healthy - working);
        }
    }

    private void Renumber(JsonObject deployment, JsonObject current, IReadOnlyList<JsonObject> sets)
    {
        var (number, most) = (Number(current), sets.Max(Number));
        if (number < most || number == 0) store.Edit(current, set => set.Annotated((Revision, Text(number = most + 1))));
        if ((string?)deployment["metadata"]!["annotations"]?[Revision] != Text(number)) store.Edit(deployment, item => item.Annotated((Revision, Text(number))));
    }

    private void Forget(JsonObject deployment, IReadOnlyList<JsonObject> old)
    {
        var kept = (int?)deployment["spec"]!["revisionHistoryLimit"] ?? DefaultHistory;
        foreach (var set in old.Where(set => Replicas(set) == 0).OrderByDescending(Number).Skip(kept))
            store.Delete("apps/v1", "ReplicaSet", set.Namespace(), set.Name());
    }

    private void Scale(JsonObject set, int replicas)
    {
        if (Replicas(set) != replicas) store.Edit(set, current => current["spec"]!["replicas"] = replicas);
    }

    private static JsonObject New(JsonObject deployment, long number, DateTimeOffset now)
    {
        var set = WorkloadObjects.ReplicaSet(deployment, now, ready: 0).Annotated((Revision, Text(number)));
        set["spec"]!["replicas"] = 0;
        set["status"] = new JsonObject { ["replicas"] = 0, ["observedGeneration"] = 1 };
        return set;
    }

    private static int Ready(JsonObject set, ILookup<string?, JsonObject> pods) => pods[set.Uid()].Count(pod => pod.IsReady() && !pod.IsDeleting());

    private static int Replicas(JsonObject set) => (int?)set["spec"]!["replicas"] ?? 1;

    private static long Number(JsonObject set) => long.TryParse((string?)set["metadata"]!["annotations"]?[Revision], out var number) ? number : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
