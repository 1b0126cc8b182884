using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Drain;

/// <summary>
/// Sorts the pods of a node as <c>kubectl drain</c> does; the first line that applies wins.
/// <list type="table">
/// <item>mirror of a static pod → stays</item>
/// <item>succeeded or failed → its record goes, nothing is lost</item>
/// <item>controlled by a DaemonSet → stays</item>
/// <item>no controller → is gone for good</item>
/// <item>otherwise → moves</item>
/// </list>
/// </summary>
internal static class DrainPods
{
    private const string Mirror = "kubernetes.io/config.mirror";

    public static IReadOnlyList<DrainPod> Of(IEnumerable<Pod> pods) =>
        [.. pods.Select(Of).OrderBy(pod => pod.Namespace, StringComparer.Ordinal).ThenBy(pod => pod.Name, StringComparer.Ordinal)];

    private static DrainPod Of(Pod pod)
    {
        var fate = FateOf(pod);
        return new DrainPod(
            pod.Metadata.Namespace, pod.Metadata.Name, pod.Metadata.Uid, fate,
            fate is DrainFate.Moves or DrainFate.IsGoneForGood && pod.Spec.Volumes.Any(volume => volume.EmptyDir is not null),
            pod.Metadata.DeletionTimestamp is not null);
    }

    private static DrainFate FateOf(Pod pod)
    {
        if (pod.Metadata.Annotations.ContainsKey(Mirror))
            return DrainFate.StaysStatic;
        if (pod.Status.Phase is "Succeeded" or "Failed")
            return DrainFate.Finished;
        return pod.Metadata.Controller() switch
        {
            null => DrainFate.IsGoneForGood,
            { Kind: "DaemonSet" } => DrainFate.StaysWithDaemonSet,
            _ => DrainFate.Moves,
        };
    }
}
