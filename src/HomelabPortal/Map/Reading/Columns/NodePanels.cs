using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>The nodes, each with the pods on it; pods without a place stand behind them.</summary>
internal static class NodePanels
{
    public static IEnumerable<MapPanel> Of(MapScene scene)
    {
        var (cluster, facts) = (scene.Facts.Cluster, scene.Facts);
        var (ofNodes, ofPods) = (Sight.OfKind(cluster.Nodes, facts), Sight.OfKind(cluster.Pods, facts));
        // Rows stand in order of namespace and name, so a pod that replaces another takes its square.
        var pods = cluster.PodRows.Where(scene.IsThere).ToLookup(pod => pod.Node);
        foreach (var node in cluster.NodeRows)
            yield return new MapPanel(ofNodes.See(Thing(node)), [.. pods[node.Name].Select(pod => ofPods.See(Thing(pod)))]) { IsDense = true };
        var known = cluster.NodeRows.Select(node => node.Name).ToHashSet();
        var homeless = pods.Where(group => !known.Contains(group.Key)).SelectMany(group => group).ToList();
        if (homeless.Count > 0)
            yield return Groups.Of("pods:homeless", MapKind.Pod, "On no node", "/cluster/pods", homeless.Select(pod => ofPods.See(Thing(pod)))) with { IsDense = true };
    }

    private static MapThing Thing(NodeRow node) =>
        new(MapIds.Node(node.Name), MapKind.Node, node.Name, node.State, node.Sentence.Length > 0 ? node.Sentence : node.Word, node.Href);

    private static MapThing Thing(PodRow pod) =>
        new(MapIds.Pod(pod.Key), MapKind.Pod, pod.Name, pod.State, pod.State == HealthState.Healthy ? $"{pod.Word}, {pod.Ready} ready." : $"{pod.Word}.", pod.Href) { Of = pod.Namespace };
}
