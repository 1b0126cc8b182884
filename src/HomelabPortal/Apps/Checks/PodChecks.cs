using HomelabPortal.Apps.Discovery;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Checks;

/// <summary>
/// Pure: how the pods are that an annotation selects.
/// <list type="table">
/// <item><term>the pods or the selector cannot be read</term><description>unknown</description></item>
/// <item><term>none is selected</term><description>degraded: the selector or the pods are missing</description></item>
/// <item><term>some are well</term><description>as bad as the worst, but never broken</description></item>
/// <item><term>none is well</term><description>as bad as the worst</description></item>
/// </list>
/// </summary>
internal static class PodChecks
{
    public static AppCheck Of(string ns, string selector, AppScene scene)
    {
        if (PodSelector.Parse(selector) is not { } wanted)
            return Look(HealthState.Unknown, $"Its annotation gethomepage.dev/pod-selector “{selector}” cannot be read", null);
        if (scene.Cluster is not { Pods.Status.IsKnown: true } cluster)
            return Look(HealthState.Unknown, scene.Cluster?.Pods.Status.Fault ?? "The pods have not been read yet", null);
        var pods = PodRange.Of(cluster.PodRows, ns).Where(row => cluster.Pods.Find(row.Key) is { } pod && wanted.Matches(pod.Metadata.Labels)).ToList();
        if (pods.Count == 0)
            return Look(HealthState.Degraded, selector.Length == 0 ? $"There is no pod in {ns}" : $"No pod in {ns} has {selector}", "/cluster/pods");
        var well = pods.Count(pod => pod.State is HealthState.Healthy or HealthState.Off);
        var worst = pods.Max(pod => pod.State);
        var state = worst == HealthState.Off ? HealthState.Healthy : worst == HealthState.Broken && well > 0 ? HealthState.Degraded : worst;
        return Look(state, $"{well} of {Spoken.Count(pods.Count, "pod")} well", pods.First(pod => pod.State == worst).Href);
    }

    private static AppCheck Look(HealthState state, string words, string? href) => new(AppCheckKind.Workload, state, words, href);
}
