namespace HomelabPortal.Cluster.Drain.Api;

/// <summary>A pod of the node and what becomes of it.</summary>
internal sealed record DrainPodResource(string Namespace, string Name, DrainFate Fate, bool LosesScratch)
{
    public static DrainPodResource Of(DrainPod pod) => new(pod.Namespace, pod.Name, pod.Fate, pod.LosesScratch);
}
