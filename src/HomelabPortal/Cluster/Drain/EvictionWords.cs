using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Drain;

/// <summary>Why a pod was not evicted, for a person.</summary>
internal static class EvictionWords
{
    public static string Waiting(DrainPod pod, KubernetesApiException refusal) =>
        refusal.Status?.Details?.Causes.FirstOrDefault(cause => cause.Reason == "DisruptionBudget") is { } budget
            ? $"{pod.Key} waits: {Spoken.Sentence(budget.Message)}"
            : $"{pod.Key} waits: {Spoken.Sentence(refusal.Message)}";
}
