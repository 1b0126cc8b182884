using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Decides where a pod runs: where its tolerations allow it, on the node with the fewest pods.</summary>
internal static class Scheduler
{
    public static string? Choose(JsonObject pod, IReadOnlyList<JsonObject> nodes, IReadOnlyList<JsonObject> pods)
    {
        var load = pods.ToLookup(other => (string?)other["spec"]!["nodeName"]);
        return NodesFor(pod["spec"]!, nodes, ignoresCordon: false).OrderBy(node => load[node].Count()).ThenBy(node => node, StringComparer.Ordinal).FirstOrDefault();
    }

    public static IEnumerable<string> NodesFor(JsonNode podSpec, IReadOnlyList<JsonObject> nodes, bool ignoresCordon)
        => nodes.Where(node => ignoresCordon || (bool?)node["spec"]?["unschedulable"] is not true)
            .Where(node => (node["spec"]?["taints"] as JsonArray ?? []).All(taint => IsTolerated(taint!, podSpec)))
            .Select(node => node.Name());

    /// <summary>An address of the node's range that no pod has.</summary>
    public static string FreeAddress(string node, IReadOnlyList<JsonObject> nodes, IReadOnlyList<JsonObject> pods)
    {
        var range = (string?)nodes.FirstOrDefault(item => item.Name() == node)?["spec"]?["podCIDR"] ?? "10.42.250.0/24";
        var prefix = range[..(range.LastIndexOf('.') + 1)];
        var taken = pods.Select(pod => (string?)pod["status"]?["podIP"]).ToHashSet();
        return Enumerable.Range(2, 252).Select(number => prefix + number).First(address => !taken.Contains(address));
    }

    private static bool IsTolerated(JsonNode taint, JsonNode podSpec)
        => (string?)taint["effect"] is "PreferNoSchedule"
            || (podSpec["tolerations"] as JsonArray ?? []).Any(toleration => (string?)toleration!["key"] is null || (string?)toleration["key"] == (string?)taint["key"]);
}
