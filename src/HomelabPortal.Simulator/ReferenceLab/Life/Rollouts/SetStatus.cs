using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

/// <summary>What the controllers of StatefulSets and DaemonSets write about them.</summary>
internal static class SetStatus
{
    public static JsonObject OfStateful(JsonObject set, PodCounts counts)
    {
        var revision = Templates.RevisionOf(set);
        // The old revision counts until the last pod has the new one.
        var current = counts.Updated >= counts.Wanted && counts.Ready >= counts.Wanted ? revision : (string?)set["status"]?["currentRevision"] ?? revision;
        return new JsonObject
        {
            ["replicas"] = counts.All,
            ["readyReplicas"] = counts.Ready,
            ["availableReplicas"] = counts.Ready,
            ["currentReplicas"] = current == revision ? counts.Updated : counts.All - counts.Updated,
            ["updatedReplicas"] = counts.Updated,
            ["currentRevision"] = current,
            ["updateRevision"] = revision,
            ["collisionCount"] = 0,
            ["observedGeneration"] = (long?)set["metadata"]!["generation"] ?? 1,
        };
    }

    public static JsonObject OfDaemon(JsonObject set, PodCounts counts)
    {
        var status = new JsonObject
        {
            ["desiredNumberScheduled"] = counts.Wanted,
            ["currentNumberScheduled"] = counts.All,
            ["updatedNumberScheduled"] = counts.Updated,
            ["numberReady"] = counts.Ready,
            ["numberAvailable"] = counts.Ready,
            ["numberMisscheduled"] = 0,
            ["observedGeneration"] = (long?)set["metadata"]!["generation"] ?? 1,
        };
        if (counts.Wanted > counts.Ready) status["numberUnavailable"] = counts.Wanted - counts.Ready;
        return status;
    }
}
