using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Pods of a workload that were made since an act began.</summary>
internal static class NewPods
{
    /// <summary>" sonarr-x keeps crashing: Exit code 1." or nothing while all go well.</summary>
    public static string Trouble(ClusterState state, ActWish wish, DateTimeOffset since)
    {
        var now = DateTimeOffset.MaxValue;
        foreach (var pod in Of(state, wish, since))
        {
            var cells = PodDisplay.Cells(pod);
            if (cells.Status.EndsWith("BackOff", StringComparison.Ordinal) || cells.Status.StartsWith("Err", StringComparison.Ordinal) || cells.Status is "Error" or "OOMKilled" or "CreateContainerConfigError" or "InvalidImageName")
                return $" {pod.Metadata.Name} is not well ({cells.Status}): {PodFault.Sentence(pod, cells, pod.Status.StartTime ?? now)}";
            if (pod.Status.Conditions.Find("PodScheduled") is { Status: "False", Message: { Length: > 0 } message })
                return $" {pod.Metadata.Name} finds no node: {Spoken.Sentence(message)}";
        }

        return "";
    }

    private static IEnumerable<Pod> Of(ClusterState state, ActWish wish, DateTimeOffset since) => state.Pods.All
        .Where(pod => pod.Metadata.Namespace == wish.Namespace && pod.Metadata.DeletionTimestamp is null && pod.Metadata.CreationTimestamp >= since)
        .Where(pod => OwnerChain.Top(pod, state) is var top && top.Kind == wish.Kind && top.Name == wish.Name)
        .OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal);
}
