using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

/// <summary>Tells the pod templates of a workload's versions apart.</summary>
internal static class Templates
{
    public const string PodHash = "pod-template-hash";
    public const string RevisionHash = "controller-revision-hash";

    /// <summary>True when the ReplicaSet was made from the template the Deployment wants now.</summary>
    public static bool IsOf(JsonObject set, JsonObject deployment)
    {
        var template = set["spec"]!["template"]!.DeepClone();
        (template["metadata"]?["labels"] as JsonObject)?.Remove(PodHash);
        return JsonNode.DeepEquals(template, deployment["spec"]!["template"]);
    }

    public static string HashOf(JsonObject workload) => StableId.Suffix(workload["spec"]!["template"]!.ToJsonString(), 9);

    /// <summary>What pods of a StatefulSet or DaemonSet carry of its current template.</summary>
    public static string RevisionOf(JsonObject set) => (string)set["kind"]! == "StatefulSet" ? $"{set.Name()}-{HashOf(set)}" : HashOf(set);

    public static bool IsCurrent(JsonObject pod, string revision) => (string?)pod["metadata"]!["labels"]?[RevisionHash] == revision;
}
