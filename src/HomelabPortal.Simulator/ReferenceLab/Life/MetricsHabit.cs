using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Lets the figures of nodes and pods wander, each at its own pace.</summary>
internal sealed class MetricsHabit(KubernetesStore store, int seed) : ILabHabit
{
    private const string Api = "metrics.k8s.io/v1beta1";

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(15);

    public void Act(DateTimeOffset now)
    {
        var pods = store.List("", "pods").Where(pod => (string?)pod["status"]?["phase"] == "Running").ToList();
        var fresh = MetricsObjects.All(pods, now, name => Sway(name, now)).ToList();
        foreach (var item in fresh) store.Put(item);
        var known = fresh.Select(item => $"{item.Namespace()}/{item.Name()}").ToHashSet();
        foreach (var old in store.List("metrics.k8s.io", "pods").Where(item => !known.Contains($"{item.Namespace()}/{item.Name()}")))
            store.Delete(Api, "PodMetrics", old.Namespace(), old.Name());
    }

    /// <summary>Two slow waves whose phases follow from the name: smooth, never the same for two, the same for one seed.</summary>
    private double Sway(string name, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeMilliseconds() / 1000.0;
        var phase = StableId.Number($"{seed}/{name}", 6283) / 1000.0;
        return 1 + 0.18 * Math.Sin(seconds / 97 + phase) + 0.07 * Math.Sin(seconds / 23 + 2 * phase);
    }
}
