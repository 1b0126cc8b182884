using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Makes a pod and its containers ready or not, with the conditions that say so.</summary>
internal static class PodReadiness
{
    public static void Set(JsonObject pod, bool isReady, DateTimeOffset at)
    {
        var names = new List<string>();
        foreach (var status in pod["status"]!["containerStatuses"]!.AsArray())
        {
            status!["ready"] = isReady;
            status["started"] = isReady;
            names.Add((string)status["name"]!);
        }
        var conditions = pod["status"]!["conditions"]!.AsArray();
        for (var i = 0; i < conditions.Count; i++)
        {
            var type = (string)conditions[i]!["type"]!;
            if (type is not ("Ready" or "ContainersReady") || (string)conditions[i]!["status"]! == (isReady ? "True" : "False")) continue;
            conditions[i] = isReady
                ? PodObjects.Condition(type, true, at)
                : PodObjects.Condition(type, false, at, "ContainersNotReady", $"containers with unready status: [{string.Join(' ', names)}]");
        }
    }
}
