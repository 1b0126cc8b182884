using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Nodes;

/// <summary>What a node offers and what its pods have reserved of it; the names come from the node, none is known beforehand.</summary>
internal static class NodeResources
{
    private static readonly string[] _first = ["cpu", "memory", "pods", "ephemeral-storage"];

    /// <param name="here">The pods of the node; finished ones reserve nothing.</param>
    public static IReadOnlyList<NodeResourceLine> Of(Node node, IEnumerable<Pod> here, Usage? used)
    {
        var reserved = new Dictionary<string, decimal>();
        foreach (var pod in here.Where(pod => pod.Status.Phase is not ("Succeeded" or "Failed")))
        {
            reserved["pods"] = reserved.GetValueOrDefault("pods") + 1;
            foreach (var (name, amount) in PodResources.Of(pod))
                reserved[name] = reserved.GetValueOrDefault(name) + amount;
        }

        var offered = node.Status.Allocatable.Count > 0 ? node.Status.Allocatable : node.Status.Capacity;
        return [.. offered
            .Select(entry => new NodeResourceLine(entry.Key, reserved.GetValueOrDefault(entry.Key), entry.Value.Value, node.Status.Capacity.TryGetValue(entry.Key, out var all) ? all.Value : entry.Value.Value, Used(entry.Key, used)))
            .Where(line => line.Allocatable > 0 || line.Capacity > 0 || line.Requested > 0)
            .OrderBy(line => Array.IndexOf(_first, line.Name) is >= 0 and var place ? place : _first.Length).ThenBy(line => line.Name, StringComparer.Ordinal)];
    }

    /// <summary>"gpu.cowlab.org/dri 1": what the node has beside the usual; empty for most.</summary>
    public static string Extended(Node node) =>
        string.Join(", ", node.Status.Allocatable.Where(entry => entry.Key.Contains('/') && entry.Value.Value > 0).Select(entry => $"{entry.Key} {entry.Value.Value:0.###}"));

    private static decimal? Used(string name, Usage? used) => (name, used) switch
    {
        ("cpu", { } usage) => (decimal)usage.Cpu,
        ("memory", { } usage) => usage.Memory,
        _ => null,
    };
}
