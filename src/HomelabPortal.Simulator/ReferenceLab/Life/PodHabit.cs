using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Controller, scheduler and kubelet in one: makes the pods that owners want, places them, and starts them a moment later.</summary>
internal sealed class PodHabit(KubernetesStore store) : ILabHabit
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(4);
    private readonly ChangeGate _gate = new(store, ("", "pods"), ("", "nodes"), ("apps", "replicasets"), ("apps", "statefulsets"), ("apps", "daemonsets"));
    private readonly Dictionary<string, DateTimeOffset> _starting = [];
    private int _made;

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        if (_gate.HasChanged())
        {
            var pods = store.List("", "pods").ToLookup(pod => pod.OwnerUid());
            foreach (var set in store.List("apps", "replicasets")) Follow(set, [.. pods[set.Uid()]], now);
            foreach (var set in store.List("apps", "statefulsets")) FollowOrdinals(set, [.. pods[set.Uid()]], now);
            foreach (var set in store.List("apps", "daemonsets")) FollowNodes(set, [.. pods[set.Uid()]], now);
            Place(now);
        }
        foreach (var (uid, at) in _starting.Where(entry => entry.Value <= now).ToList()) Start(uid, now);
    }

    private void Follow(JsonObject set, IReadOnlyList<JsonObject> pods, DateTimeOffset now)
    {
        var alive = pods.Where(pod => !pod.IsDeleting()).ToList();
        var wanted = set.IsDeleting() ? 0 : (int?)set["spec"]!["replicas"] ?? 1;
        for (var i = alive.Count; i < wanted; i++)
            Make(set, $"{set.Name()}-{StableId.Suffix($"{set.Uid()}/{++_made}", 5)}", node: null, now);
        foreach (var pod in alive.OrderByDescending(pod => (string)pod["metadata"]!["creationTimestamp"]!, StringComparer.Ordinal).Take(alive.Count - wanted))
            store.Delete("v1", "Pod", pod.Namespace(), pod.Name());
    }

    /// <summary>A StatefulSet waits until the old pod of a name is gone.</summary>
    private void FollowOrdinals(JsonObject set, IReadOnlyList<JsonObject> pods, DateTimeOffset now)
    {
        var wanted = (int?)set["spec"]!["replicas"] ?? 1;
        for (var i = 0; i < wanted; i++)
            if (!pods.Any(pod => pod.Name() == $"{set.Name()}-{i}")) Make(set, $"{set.Name()}-{i}", node: null, now);
        foreach (var pod in pods.Where(pod => !pod.IsDeleting() && int.TryParse(pod.Name().AsSpan(set.Name().Length + 1), out var number) && number >= wanted))
            store.Delete("v1", "Pod", pod.Namespace(), pod.Name());
        SetRollout.StepStateful(store, set, pods);
    }

    private void FollowNodes(JsonObject set, IReadOnlyList<JsonObject> pods, DateTimeOffset now)
    {
        foreach (var node in NodesOf(store, set).Where(node => !pods.Any(pod => !pod.IsDeleting() && (string?)pod["spec"]!["nodeName"] == node)))
            Make(set, $"{set.Name()}-{StableId.Suffix($"{set.Uid()}/{++_made}", 5)}", node, now);
        if (pods.Count == NodesOf(store, set).Count()) SetRollout.StepDaemon(store, set, pods);
    }

    /// <summary>A DaemonSet of the reference lab may be meant for some nodes only: it returns where it has been.</summary>
    public static IEnumerable<string> NodesOf(KubernetesStore store, JsonObject set)
        => Scheduler.NodesFor(set["spec"]!["template"]!["spec"]!, store.List("", "nodes"), ignoresCordon: true).Where(node => HasBeenOn(set, node));

    private static bool HasBeenOn(JsonObject set, string node)
        => House.LabApps.All.FirstOrDefault(app => app.Name == set.Name() && app.Namespace == set.Namespace()) is not { } app || app.Nodes.Contains(node);

    private void Make(JsonObject owner, string name, string? node, DateTimeOffset now)
    {
        var pod = PodObjects.Pending(owner, name, node, now);
        store.Put(pod);
        LabEvents.Record(store, owner, "Normal", "SuccessfulCreate", $"Created pod: {name}", ((string)owner["kind"]!).ToLowerInvariant() + "-controller", now);
    }

    private void Place(DateTimeOffset now)
    {
        var (pods, nodes) = (store.List("", "pods"), store.List("", "nodes"));
        foreach (var pod in pods.Where(pod => (string?)pod["status"]?["phase"] is null or "Pending" && !pod.IsDeleting()))
        {
            if ((string?)pod["spec"]!["nodeName"] is null)
            {
                if (Scheduler.Choose(pod, nodes, pods) is not { } node) continue;
                store.Edit(pod, current => current["spec"]!["nodeName"] = node);
                LabEvents.Record(store, pod, "Normal", "Scheduled", $"Successfully assigned {pod.Namespace()}/{pod.Name()} to {node}", "default-scheduler", now);
            }
            if (pod["status"]?["containerStatuses"] is null) _starting.TryAdd(pod.Uid(), now + StartTime);
        }
    }

    private void Start(string uid, DateTimeOffset now)
    {
        _starting.Remove(uid);
        var pods = store.List("", "pods");
        if (pods.FirstOrDefault(pod => pod.Uid() == uid) is not { } waiting || (string?)waiting["spec"]!["nodeName"] is not { } node) return;
        var address = Scheduler.FreeAddress(node, store.List("", "nodes"), pods);
        if (ImagePull.Fails(waiting))
        {
            store.Edit(waiting, pod => ImagePull.Fail(pod, node, address, now));
            LabEvents.Record(store, waiting, "Warning", "Failed", "Failed to pull image: not found", "kubelet", now);
            return;
        }
        store.Edit(waiting, pod => PodObjects.Start(pod, node, address, now));
        foreach (var container in waiting["spec"]!["containers"]!.AsArray())
            LabEvents.Record(store, waiting, "Normal", "Started", $"Started container {container!["name"]}", "kubelet", now);
    }
}
