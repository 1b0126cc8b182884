using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Metrics.Sampling;

/// <summary>
/// Makes measurements of one state of the cluster: nodes, pods, and the sums of pods by workload and by namespace.
/// What a pod belongs to is found once for each version of the pod, not at every measurement.
/// </summary>
internal sealed class Measurer
{
    /// <summary>metrics-server needs two looks at a pod before it says anything; until then nothing is missing.</summary>
    private static readonly TimeSpan _newcomer = TimeSpan.FromMinutes(2);

    private Dictionary<string, Known> _known = [];

    public IReadOnlyList<Measured> Measure(ClusterState state, DateTimeOffset now)
    {
        var measured = new List<Measured>(state.NodeRows.Count + 2 * state.PodRows.Count);
        foreach (var node in state.NodeRows)
        {
            if (state.Metrics.Nodes.TryGetValue(node.Name, out var used))
                measured.Add(new Measured(MetricSubject.Node(node.Name), used, Levels.Of(node.Requested, node.Capacity), IsKept: true));
        }

        AddPods(measured, state, now);
        return measured;
    }

    private void AddPods(List<Measured> measured, ClusterState state, DateTimeOffset now)
    {
        var known = new Dictionary<string, Known>(state.PodRows.Count);
        var sums = new Dictionary<MetricSubject, UsageSum>();
        foreach (var row in state.PodRows)
        {
            if (state.Pods.Find(row.Key) is not { } pod || pod.Status.Phase is "Succeeded" or "Failed")
                continue;
            var about = known[row.Key] = _known.TryGetValue(row.Key, out var before) && ReferenceEquals(before.Pod, pod) ? before : Known.Of(pod, state);
            var own = MetricSubject.Pod(row.Namespace, row.Name);
            var sum = new UsageSum(row.Requests, about.Limits, row.Used, row.Used is null && IsMissing(pod, now));
            if (row.Used is { } used)
                measured.Add(new Measured(own, used, Levels.Of(row.Requests, about.Limits), IsKept: about.Workload == own));
            if (about.Workload != own)
                Add(sums, about.Workload, sum);
            Add(sums, new MetricSubject(MetricSubject.NamespaceKind, "", row.Namespace), sum with { Limits = default });
        }

        _known = known;
        measured.AddRange(sums.Where(sum => sum.Value is { Used: not null, IsIncomplete: false })
            .Select(sum => new Measured(sum.Key, sum.Value.Used ?? default, Levels.Of(sum.Value.Requests, sum.Value.Limits), IsKept: true)));
    }

    private static void Add(Dictionary<MetricSubject, UsageSum> sums, MetricSubject subject, UsageSum sum) =>
        sums[subject] = sums.TryGetValue(subject, out var before) ? before + sum : sum;

    /// <summary>A pod that is ready and not measured makes the sum of its workload unknown: a smaller sum would be wrong.</summary>
    private static bool IsMissing(Pod pod, DateTimeOffset now) =>
        pod.Status.Conditions.Any(condition => condition is { Type: "Ready", Status: "True" } && !(now - condition.LastTransitionTime < _newcomer));

    private sealed record Known(Pod Pod, MetricSubject Workload, Usage Limits)
    {
        public static Known Of(Pod pod, ClusterState state) => new(pod, WorkloadOf.Pod(pod, state), PodLimits.Of(pod));
    }
}
