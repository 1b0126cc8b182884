using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The three faces of a container that exits at once: waiting, running for a moment, terminated.</summary>
internal static class CrashLoop
{
    public static void Waiting(JsonObject pod, int restarts, DateTimeOffset at)
    {
        var status = Container(pod);
        var name = (string)status["name"]!;
        var metadata = pod["metadata"]!;
        status["lastState"] = new JsonObject { ["terminated"] = PodObjects.Terminated(status, 1, "Error", at.AddSeconds(-11), at) };
        status["state"] = new JsonObject
        {
            ["waiting"] = new JsonObject
            {
                ["reason"] = "CrashLoopBackOff",
                ["message"] = $"back-off 5m0s restarting failed container={name} pod={(string)metadata["name"]!}_{(string)metadata["namespace"]!}({(string)metadata["uid"]!})",
            },
        };
        SetReady(pod, status, restarts, isReady: false, at);
    }

    public static void Running(JsonObject pod, int restarts, DateTimeOffset at)
    {
        var status = Container(pod);
        status["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = Manifest.Time(at) } };
        SetReady(pod, status, restarts, isReady: false, at);
        status["started"] = true;
    }

    public static void Terminated(JsonObject pod, int restarts, DateTimeOffset at)
    {
        var status = Container(pod);
        status["state"] = new JsonObject { ["terminated"] = PodObjects.Terminated(status, 1, "Error", at.AddSeconds(-11), at) };
        SetReady(pod, status, restarts, isReady: false, at);
    }

    private static JsonObject Container(JsonObject pod) => pod["status"]!["containerStatuses"]![0]!.AsObject();

    private static void SetReady(JsonObject pod, JsonObject status, int restarts, bool isReady, DateTimeOffset at)
    {
        status["restartCount"] = restarts;
        status["ready"] = isReady;
        status["started"] = isReady;
        var conditions = pod["status"]!["conditions"]!.AsArray();
        for (var i = 0; i < conditions.Count; i++)
        {
            var type = (string)conditions[i]!["type"]!;
            if (type is not ("Ready" or "ContainersReady") || (string)conditions[i]!["status"]! == (isReady ? "True" : "False")) continue;
            conditions[i] = PodObjects.Condition(type, isReady, at, "ContainersNotReady", $"containers with unready status: [{(string)status["name"]!}]");
        }
    }
}
