using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the nodes that the pods run on. Another node that is fine makes it a weakness.
/// <code>
/// Nodes cannot be read           node.unread       Unknown
/// it is not there any more       node.missing      Broken
/// it is not ready                node.notready     Broken
/// its kubelet is silent          node.silent       Unknown
/// memory, disk, processes        node.pressure     Degraded, its disk full Broken
/// no new pods are placed on it   node.cordoned     Degraded
/// </code>
/// </summary>
internal static class NodeHop
{
    /// <returns>Null when no pod has a place yet.</returns>
    public static TraceHop? Of(IReadOnlyList<Pod> pods, TraceScene scene)
    {
        var names = pods.Select(pod => pod.Spec.NodeName).Where(name => name.Length > 0).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return null;
        if (Unseen.Kind(scene.Cluster.Nodes, "node.unread", "Nodes", scene.Facts) is { } unread)
            return new TraceHop(HopKind.Node, string.Join(", ", names), null, "", "kubectl get nodes", [unread]);
        var rows = names.Select(name => (Name: name, Row: scene.Cluster.NodeRows.FirstOrDefault(row => row.Name == name))).ToList();
        var fine = rows.Count(row => row.Row?.State == HealthState.Healthy);
        return new TraceHop(
            HopKind.Node, string.Join(", ", names), names.Count == 1 ? ObjectHref.Of("Node", "", names[0]) : "/cluster/nodes", names.Count == 1 ? $"{names[0]} is ready." : $"{fine} of {Spoken.Count(names.Count, "node")} are ready.",
            Reproducers.Describe("node", "", names[0]), Hop.Found(rows.Select(row => Judge(row.Name, row.Row, fine > 0))))
        {
            Facts = [.. rows.Select(row => new TraceFact(row.Row?.Word ?? "Gone", row.Name, row.Row?.Href))],
        };
    }

    private static TraceFinding? Judge(string name, NodeRow? row, bool hasOther)
    {
        var command = Reproducers.Describe("node", "", name);
        var (code, verdict, what, remedy) = row switch
        {
            null => ("node.missing", TraceVerdict.Broken, $"Node {name} is not in the cluster any more.", "Let the pod be placed anew: delete it."),
            { Word: "Ready" } => ("", TraceVerdict.Healthy, "", ""),
            { Word: "Cordoned" or "Draining" } => ("node.cordoned", TraceVerdict.Degraded, $"Node {name} takes no new pods: {row.Sentence}", "Uncordon it when its work is done."),
            { State: HealthState.Unknown } => ("node.silent", TraceVerdict.Unknown, $"Node {name} does not answer. {row.Sentence}", "Look at the machine: power, network, kubelet."),
            { Word: "Not ready" } => ("node.notready", TraceVerdict.Broken, $"Node {name} is not ready. {row.Sentence}", "Look at its kubelet."),
            { } other => ("node.pressure", other.State.Verdict(), $"Node {name}: {(other.Sentence.Length > 0 ? char.ToLowerInvariant(other.Sentence[0]) + other.Sentence[1..] : other.Word)}", "Free what is short on it."),
        };
        if (code.Length == 0)
            return null;
        var weighed = hasOther && verdict > TraceVerdict.Degraded ? TraceVerdict.Degraded : verdict;
        return new TraceFinding(code, weighed, what.TrimEnd(), remedy, command) { Fix = new TraceFix($"See {name}", ObjectHref.Of("Node", "", name) ?? "/cluster/nodes") };
    }
}
