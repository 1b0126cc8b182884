using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Selecting;
using HomelabPortal.Simulator.ReferenceLab.Life;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>How many pods of a disruption budget are well, and how many of them may go.</summary>
internal static class BudgetStatus
{
    public static void Write(JsonObject budget, IReadOnlyList<JsonObject> pods)
    {
        var selector = LabelSelector.FromJson(budget["spec"]!["selector"]);
        var own = pods.Where(pod => pod.Namespace() == budget.Namespace() && !pod.IsDeleting() && selector.Matches(Labels(pod))).ToList();
        var healthy = own.Count(pod => pod.IsReady());
        var desired = budget["spec"]!["minAvailable"] is { } least ? Amount(least, own.Count) : Math.Max(0, own.Count - Amount(budget["spec"]!["maxUnavailable"]!, own.Count));
        var allowed = Math.Max(0, healthy - desired);
        budget["status"] = new JsonObject
        {
            ["currentHealthy"] = healthy, ["desiredHealthy"] = desired, ["expectedPods"] = own.Count, ["disruptionsAllowed"] = allowed,
            ["observedGeneration"] = budget["metadata"]!["generation"]?.DeepClone() ?? 1,
        };
    }

    /// <summary>A share of the pods counts every pod begun.</summary>
    private static int Amount(JsonNode value, int pods) => value.ToString() is var text && text.EndsWith('%')
        ? (int)Math.Ceiling(pods * int.Parse(text[..^1]) / 100.0)
        : int.Parse(text);

    private static Dictionary<string, string> Labels(JsonObject pod)
        => pod["metadata"]!["labels"] is JsonObject labels ? labels.ToDictionary(label => label.Key, label => (string)label.Value!) : [];
}
