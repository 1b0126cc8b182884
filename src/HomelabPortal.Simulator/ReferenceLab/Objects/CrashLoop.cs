using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The three faces of a container that exits at once: waiting, running for a moment, terminated.</summary>
internal static class CrashLoop
{
    public static void Waiting(JsonObject pod, int restarts, DateTimeOffset at)
    {
        var status = Container(pod, restarts, at);
        var metadata = pod["metadata"]!;
        status["lastState"] = new JsonObject { ["terminated"] = PodObjects.Terminated(status, 1, "Error", at.AddSeconds(-11), at) };
        status["state"] = new JsonObject
        {
            ["waiting"] = new JsonObject
            {
                ["reason"] = "CrashLoopBackOff",
                ["message"] = $"back-off 5m0s restarting failed container={(string)status["name"]!} pod={(string)metadata["name"]!}_{(string)metadata["namespace"]!}({(string)metadata["uid"]!})",
            },
        };
    }

    public static void Running(JsonObject pod, int restarts, DateTimeOffset at)
    {
        var status = Container(pod, restarts, at);
        status["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = Manifest.Time(at) } };
        status["started"] = true;
    }

    public static void Terminated(JsonObject pod, int restarts, DateTimeOffset at)
    {
        var status = Container(pod, restarts, at);
        status["state"] = new JsonObject { ["terminated"] = PodObjects.Terminated(status, 1, "Error", at.AddSeconds(-11), at) };
    }

    private static JsonObject Container(JsonObject pod, int restarts, DateTimeOffset at)
    {
        PodReadiness.Set(pod, isReady: false, at);
        var status = pod["status"]!["containerStatuses"]![0]!.AsObject();
        status["restartCount"] = restarts;
        return status;
    }
}
