using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods;

/// <summary>The most that the containers of a pod may use together; a quantity that one of them may use without limit is 0.</summary>
internal static class PodLimits
{
    public static Usage Of(Pod pod)
    {
        var sum = default(Usage);
        var (isCpuBound, isMemoryBound) = (true, true);
        foreach (var container in pod.Spec.Containers)
        {
            var own = PodRequests.Amount(container.Resources.Limits);
            (isCpuBound, isMemoryBound) = (isCpuBound && own.Cpu > 0, isMemoryBound && own.Memory > 0);
            sum += own;
        }

        return new Usage(isCpuBound ? sum.Cpu : 0, isMemoryBound ? sum.Memory : 0);
    }
}
