using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

/// <summary>What the deployment controller writes about one Deployment, with the conditions that tell a rollout from a loss.</summary>
internal static class DeploymentStatus
{
    private const int DefaultDeadline = 600;
    private const string Done = "NewReplicaSetAvailable";
    private static readonly string[] Counted = ["replicas", "updatedReplicas", "readyReplicas"];

    /// <param name="set">The ReplicaSet of the wanted template; empty while there is none.</param>
    public static JsonObject Next(JsonObject deployment, string set, PodCounts counts, DateTimeOffset now)
    {
        var before = deployment["status"] as JsonObject ?? [];
        var status = new JsonObject
        {
            ["observedGeneration"] = (long?)deployment["metadata"]!["generation"] ?? 1,
            ["replicas"] = counts.All,
            ["updatedReplicas"] = counts.Updated,
            ["readyReplicas"] = counts.Ready,
            ["availableReplicas"] = counts.Ready,
        };
        if (counts.Wanted > counts.Ready) status["unavailableReplicas"] = counts.Wanted - counts.Ready;
        var missing = (string?)deployment["spec"]!["strategy"]?["type"] == "Recreate" ? 0 : RollingBounds.Of(deployment["spec"]!["strategy"], counts.Wanted).Missing;
        var isAvailable = counts.Ready >= counts.Wanted - missing;
        status["conditions"] = new JsonArray(
            Progressing(deployment, before, status, set, counts, now),
            Kept(before, "Available", isAvailable, isAvailable ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                isAvailable ? "Deployment has minimum availability." : "Deployment does not have minimum availability.", now));
        return status;
    }

    /// <summary>Once done it stays done for its ReplicaSet: pods that fail later are no rollout.</summary>
    private static JsonObject Progressing(JsonObject deployment, JsonObject before, JsonObject status, string set, PodCounts counts, DateTimeOffset now)
    {
        var known = Find(before, "Progressing");
        var finished = $"ReplicaSet \"{set}\" has successfully progressed.";
        var isComplete = set.Length > 0 && counts.Updated == counts.Wanted && counts.All == counts.Wanted && counts.Ready == counts.Wanted;
        if (isComplete || ((string?)known?["reason"] == Done && (string?)known["message"] == finished)) return Kept(before, "Progressing", true, Done, finished, now);
        if (known is null || (string?)known["reason"] == Done || Moved(before, status)) return WorkloadStatus.Condition("Progressing", true, "ReplicaSetUpdated", $"ReplicaSet \"{set}\" is progressing.", now);
        var deadline = TimeSpan.FromSeconds((int?)deployment["spec"]!["progressDeadlineSeconds"] ?? DefaultDeadline);
        return DateTimeOffset.Parse((string)known["lastUpdateTime"]!) + deadline > now
            ? known.DeepClone().AsObject()
            : Kept(before, "Progressing", false, "ProgressDeadlineExceeded", $"ReplicaSet \"{set}\" has timed out progressing.", now);
    }

    private static bool Moved(JsonObject before, JsonObject status) =>
        Counted.Any(name => (int?)before[name] != (int?)status[name]);

    private static JsonObject Kept(JsonObject before, string type, bool isTrue, string reason, string message, DateTimeOffset now) =>
        Find(before, type) is { } known && (string?)known["reason"] == reason && (string?)known["message"] == message && (string?)known["status"] == (isTrue ? "True" : "False")
            ? known.DeepClone().AsObject()
            : WorkloadStatus.Condition(type, isTrue, reason, message, now);

    private static JsonNode? Find(JsonObject status, string type) =>
        (status["conditions"] as JsonArray ?? []).FirstOrDefault(condition => (string?)condition!["type"] == type);
}
