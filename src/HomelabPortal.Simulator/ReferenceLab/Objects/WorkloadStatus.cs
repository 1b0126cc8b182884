using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>What a controller writes about a workload once it knows how many of its pods are ready.</summary>
internal static class WorkloadStatus
{
    public static JsonObject Of(LabWorkloadKind kind, int desired, int ready, int generation, DateTimeOffset since) => kind switch
    {
        LabWorkloadKind.DaemonSet => new JsonObject
        {
            ["desiredNumberScheduled"] = desired,
            ["currentNumberScheduled"] = desired,
            ["updatedNumberScheduled"] = desired,
            ["numberReady"] = ready,
            ["numberAvailable"] = ready,
            ["numberMisscheduled"] = 0,
            ["observedGeneration"] = generation,
        },
        LabWorkloadKind.StatefulSet => new JsonObject
        {
            ["replicas"] = desired,
            ["readyReplicas"] = ready,
            ["availableReplicas"] = ready,
            ["currentReplicas"] = desired,
            ["updatedReplicas"] = desired,
            ["currentRevision"] = "1",
            ["updateRevision"] = "1",
            ["collisionCount"] = 0,
            ["observedGeneration"] = generation,
        },
        _ => Deployment(desired, ready, generation, since),
    };

    private static JsonObject Deployment(int desired, int ready, int generation, DateTimeOffset since)
    {
        var status = new JsonObject
        {
            ["observedGeneration"] = generation,
            ["replicas"] = desired,
            ["updatedReplicas"] = desired,
            ["readyReplicas"] = ready,
            ["availableReplicas"] = ready,
            ["conditions"] = new JsonArray(
                Condition("Progressing", true, "NewReplicaSetAvailable", "The replica set has successfully progressed.", since),
                ready >= desired
                    ? Condition("Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.", since)
                    : Condition("Available", false, "MinimumReplicasUnavailable", "Deployment does not have minimum availability.", since)),
        };
        if (desired > ready) status["unavailableReplicas"] = desired - ready;
        return status;
    }

    public static JsonObject Condition(string type, bool isTrue, string reason, string message, DateTimeOffset since) => new()
    {
        ["type"] = type,
        ["status"] = isTrue ? "True" : "False",
        ["reason"] = reason,
        ["message"] = message,
        ["lastUpdateTime"] = Manifest.Time(since),
        ["lastTransitionTime"] = Manifest.Time(since),
    };
}
