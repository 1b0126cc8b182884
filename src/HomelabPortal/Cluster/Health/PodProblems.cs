using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Health;

/// <summary>Troubled pods, one problem for all pods of a workload.</summary>
internal static class PodProblems
{
    /// <summary>By namespace and topmost owner.</summary>
    public static IReadOnlyDictionary<(string Namespace, OwnerLink Owner), Problem> Find(ClusterState state, DateTimeOffset now) => state.PodRows
        // The rows were judged already; only those that look bad are worth judging for words.
        .Where(row => row.State is HealthState.Broken or HealthState.Degraded or HealthState.Unknown)
        .Select(row => state.Pods.Find(row.Key))
        .OfType<Pod>()
        // What is left of a failed try is told by its job, which may have succeeded since.
        .Where(pod => !(pod.Status.Phase == "Failed" && pod.Metadata.Controller()?.Kind == "Job"))
        .Select(pod => Judge(pod, now))
        .Where(judged => judged.Verdict.NeedsSomeone)
        .GroupBy(judged => (judged.Pod.Metadata.Namespace, OwnerChain.Top(judged.Pod, state)))
        .ToDictionary(group => group.Key, group => Of(group.Key.Item2, [.. group.OrderByDescending(judged => judged.Verdict.State).ThenBy(judged => judged.Pod.Metadata.Name, NaturalOrder.Instance)]));

    private static Judged Judge(Pod pod, DateTimeOffset now)
    {
        var cells = PodDisplay.Cells(pod);
        return new Judged(pod, cells, PodHealth.Judge(pod, cells, now));
    }

    private static Problem Of(OwnerLink owner, IReadOnlyList<Judged> pods)
    {
        var worst = pods[0];
        var name = owner.Kind is "DaemonSet" && pods.Count == 1 && worst.Pod.Spec.NodeName.Length > 0 ? $"{owner.Name} on {worst.Pod.Spec.NodeName}" : owner.Name;
        var others = pods.Count > 1 ? $" {Spoken.Count(pods.Count, "pod")} affected." : "";
        return new Problem(worst.Verdict.State, $"{name} {What(worst)}", worst.Verdict.Sentence + others, $"/cluster/pods/{worst.Pod.Metadata.Namespace}/{worst.Pod.Metadata.Name}", worst.Verdict.Since);
    }

    private static string What(Judged judged) => (judged.Cells.Status, judged.Verdict.Word) switch
    {
        (var status, _) when status.EndsWith("CrashLoopBackOff", StringComparison.Ordinal) => "keeps crashing",
        (_, "Keeps crashing") => "keeps crashing",
        (var status, _) when status.Contains("Image", StringComparison.Ordinal) => "has no image to run",
        ("Pending" or "SchedulingGated", _) => "finds no node",
        ("Terminating", _) => "does not stop",
        ("Unknown" or "NodeLost", _) => "is out of sight",
        ("Evicted", _) => "was evicted",
        ("Running" or "NotReady", _) => "is not ready",
        (var status, _) when judged.Verdict.State == HealthState.Degraded && status.Length > 0 => "does not start",
        _ => "has failed",
    };

    private sealed record Judged(Pod Pod, PodCells Cells, Verdict Verdict);
}
