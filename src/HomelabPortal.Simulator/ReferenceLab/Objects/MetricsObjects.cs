using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>What metrics-server would say; <c>sway</c> makes every figure wander by up to a quarter.</summary>
internal static class MetricsObjects
{
    private const string Api = "metrics.k8s.io/v1beta1";

    public static IEnumerable<JsonObject> All(IReadOnlyList<JsonObject> pods, DateTimeOffset now, Func<string, double> sway)
    {
        var usage = pods.ToDictionary(pod => pod, pod => Usage(pod, sway));
        foreach (var node in LabNodes.All)
        {
            var own = pods.Where(pod => (string?)pod["spec"]?["nodeName"] == node.Name).Select(pod => usage[pod]).ToList();
            var cpu = node.CpuUseMilli * sway(node.Name) + own.Sum(use => use.CpuMilli);
            var memory = node.MemoryUseMebi + own.Sum(use => use.MemoryMebi);
            yield return Manifest.New(Api, "NodeMetrics", null, node.Name, now)
                .With("timestamp", Manifest.Time(now)).With("window", "20.1s").With("usage", Usage(cpu, memory));
        }
        foreach (var (pod, use) in usage)
        {
            var metadata = pod["metadata"]!;
            yield return Manifest.New(Api, "PodMetrics", (string)metadata["namespace"]!, (string)metadata["name"]!, now)
                .With("timestamp", Manifest.Time(now)).With("window", "15.4s")
                .With("containers", new JsonArray([Container(pod["spec"]!["containers"]![0]!, use.CpuMilli, use.MemoryMebi), .. Sidecars(pod)]));
        }
    }

    private static JsonNode Container(JsonNode container, double cpuMilli, double memoryMebi) => new JsonObject
    {
        ["name"] = container["name"]!.DeepClone(), ["usage"] = Usage(cpuMilli, memoryMebi),
    };

    private static IEnumerable<JsonNode> Sidecars(JsonObject pod) => (pod["spec"]!["initContainers"] as JsonArray ?? [])
        .Where(container => (string?)container!["restartPolicy"] == "Always")
        .Select(container => Container(container!, cpuMilli: 4, memoryMebi: 31));

    private static JsonObject Usage(double cpuMilli, double memoryMebi) => new()
    {
        ["cpu"] = $"{(long)(cpuMilli * 1_000_000)}n", ["memory"] = $"{(long)(memoryMebi * 1024)}Ki",
    };

    private static (double CpuMilli, double MemoryMebi) Usage(JsonObject pod, Func<string, double> sway)
    {
        var name = (string)pod["metadata"]!["name"]!;
        var container = (string)pod["spec"]!["containers"]![0]!["name"]!;
        var app = LabApps.All.FirstOrDefault(app => app.Name == container && app.Namespace == (string)pod["metadata"]!["namespace"]!);
        var factor = sway(name);
        // Memory wanders far less than processor time.
        return ((app?.CpuUseMilli ?? 5) * factor, (app?.MemoryUseMebi ?? 48) * (0.9 + 0.1 * factor));
    }
}
