using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Namespaces;

/// <summary>What the pods of a namespace are together.</summary>
/// <param name="Pods">Those that have not ended.</param>
/// <param name="Troubled">Those that are broken or degraded. What is left of failed runs is told by their jobs.</param>
/// <param name="Used">Null while nothing measures them.</param>
public readonly record struct NamespaceTotal(int Pods, int Troubled, Usage Requests, Usage? Used)
{
    internal NamespaceTotal Add(Cluster.Pods.PodRow pod) => new(
        Pods + (HasEnded(pod) ? 0 : 1),
        Troubled + (pod.State is HealthState.Broken or HealthState.Degraded && !HasEnded(pod) ? 1 : 0),
        Requests + pod.Requests,
        pod.Used is { } used ? (Used ?? default) + used : Used);

    private static bool HasEnded(Cluster.Pods.PodRow pod) =>
        pod.Status is "Completed" or "Succeeded" || (pod.Owner.Kind == "Job" && pod is { State: HealthState.Broken, Ready: ['0', ..], Requests: { Cpu: 0, Memory: 0 } });
}
