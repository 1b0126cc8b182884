using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

/// <summary>Takes pods of an older template away, one at a time, while all the others are well; who makes pods then makes new ones.</summary>
internal static class SetRollout
{
    /// <summary>The highest number first, down to the partition.</summary>
    public static void StepStateful(KubernetesStore store, JsonObject set, IReadOnlyList<JsonObject> pods)
    {
        var partition = (int?)set["spec"]!["updateStrategy"]?["rollingUpdate"]?["partition"] ?? 0;
        var wanted = (int?)set["spec"]!["replicas"] ?? 1;
        if (pods.Count == wanted) Step(store, set, pods, [.. pods.Where(pod => Ordinal(pod) >= partition).OrderByDescending(Ordinal)]);
    }

    public static void StepDaemon(KubernetesStore store, JsonObject set, IReadOnlyList<JsonObject> pods) =>
        Step(store, set, pods, [.. pods.OrderBy(pod => pod.Name(), StringComparer.Ordinal)]);

    private static void Step(KubernetesStore store, JsonObject set, IReadOnlyList<JsonObject> pods, IReadOnlyList<JsonObject> inOrder)
    {
        if ((string?)set["spec"]!["updateStrategy"]?["type"] == "OnDelete") return;
        var revision = Templates.RevisionOf(set);
        // An old pod that is broken anyway is the first to go.
        if (pods.Any(pod => pod.IsDeleting() || (Templates.IsCurrent(pod, revision) && !pod.IsReady()))) return;
        if (inOrder.FirstOrDefault(pod => !Templates.IsCurrent(pod, revision)) is { } old) store.Delete("v1", "Pod", old.Namespace(), old.Name());
    }

    private static int Ordinal(JsonObject pod) => int.TryParse(pod.Name().AsSpan(pod.Name().LastIndexOf('-') + 1), out var number) ? number : 0;
}
