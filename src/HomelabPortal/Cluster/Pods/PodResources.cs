using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods;

/// <summary>
/// What the scheduler reserves for a pod of every resource, by name:
/// the larger of all containers together and the largest init container with the sidecars started before it, plus the overhead.
/// </summary>
internal static class PodResources
{
    public static IReadOnlyDictionary<string, decimal> Of(Pod pod)
    {
        var (sidecars, peak) = (new Dictionary<string, decimal>(), new Dictionary<string, decimal>());
        foreach (var init in pod.Spec.InitContainers)
        {
            var own = new Dictionary<string, decimal>(sidecars);
            Add(own, init.Resources.Requests);
            if (PodDisplay.IsSidecar(init))
                sidecars = own;
            foreach (var (name, amount) in own)
                peak[name] = Math.Max(peak.GetValueOrDefault(name), amount);
        }

        var together = new Dictionary<string, decimal>(sidecars);
        foreach (var container in pod.Spec.Containers)
            Add(together, container.Resources.Requests);
        foreach (var (name, amount) in peak)
            together[name] = Math.Max(together.GetValueOrDefault(name), amount);
        Add(together, pod.Spec.Overhead);
        return together;
    }

    private static void Add(Dictionary<string, decimal> sums, IReadOnlyDictionary<string, Quantity> amounts)
    {
        foreach (var (name, amount) in amounts)
            sums[name] = sums.GetValueOrDefault(name) + amount.Value;
    }
}
