using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods;

/// <summary>
/// What the scheduler reserves for a pod: the larger of all containers together and the largest init container with the sidecars started before it,
/// plus the overhead. A finished pod reserves nothing.
/// </summary>
internal static class PodRequests
{
    public static Usage Of(Pod pod)
    {
        if (pod.Status.Phase is "Succeeded" or "Failed")
            return default;
        var (sidecars, initPeak) = (default(Usage), default(Usage));
        foreach (var init in pod.Spec.InitContainers)
        {
            var own = Amount(init.Resources.Requests);
            if (PodDisplay.IsSidecar(init))
                own = sidecars += own;
            else
                own += sidecars;
            initPeak = Larger(initPeak, own);
        }

        var together = pod.Spec.Containers.Aggregate(sidecars, (sum, container) => sum + Amount(container.Resources.Requests));
        return Larger(together, initPeak) + Amount(pod.Spec.Overhead);
    }

    public static Usage Amount(IReadOnlyDictionary<string, Quantity> amounts) => new(
        amounts.TryGetValue("cpu", out var cpu) ? (double)cpu.Value : 0,
        amounts.TryGetValue("memory", out var memory) ? memory.Whole : 0);

    private static Usage Larger(Usage left, Usage right) => new(Math.Max(left.Cpu, right.Cpu), Math.Max(left.Memory, right.Memory));
}
