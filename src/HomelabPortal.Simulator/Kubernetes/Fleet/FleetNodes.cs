using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Fleet;

/// <summary>The nodes of a fleet: Raspberry Pis, the first of them the control plane.</summary>
internal static class FleetNodes
{
    public static string Name(int node) => $"node{node}";

    public static JsonObject Node(int node, DateTimeOffset now)
    {
        var since = ObjectIdentity.Timestamp(now.AddDays(-30));
        var item = FleetObjects.Object("v1", "Node", null, Name(node), now.AddDays(-30), new JsonObject
        {
            ["spec"] = new JsonObject { ["podCIDR"] = $"10.{42 + node / 250}.{node % 250}.0/24" },
            ["status"] = new JsonObject
            {
                ["capacity"] = Resources(),
                ["allocatable"] = Resources(),
                ["conditions"] = new JsonArray(
                    Condition("MemoryPressure", "False", "KubeletHasSufficientMemory", since),
                    Condition("DiskPressure", "False", "KubeletHasNoDiskPressure", since),
                    Condition("PIDPressure", "False", "KubeletHasSufficientPID", since),
                    Condition("Ready", "True", "KubeletReady", since)),
                ["addresses"] = new JsonArray(
                    new JsonObject { ["type"] = "InternalIP", ["address"] = $"10.1.{node / 250}.{1 + node % 250}" },
                    new JsonObject { ["type"] = "Hostname", ["address"] = Name(node) }),
                ["nodeInfo"] = new JsonObject
                {
                    ["kubeletVersion"] = "v1.33.4+k3s1",
                    ["osImage"] = "NixOS 25.11 (Xantusia)",
                    ["kernelVersion"] = "6.12.34",
                    ["containerRuntimeVersion"] = "containerd://2.0.5-k3s2",
                    ["architecture"] = "arm64",
                    ["operatingSystem"] = "linux",
                },
            },
        });
        item["metadata"]!["labels"] = new JsonObject { ["kubernetes.io/hostname"] = Name(node), ["kubernetes.io/arch"] = "arm64", ["kubernetes.io/os"] = "linux" };
        if (node == 0) item["metadata"]!["labels"]!["node-role.kubernetes.io/control-plane"] = "true";
        return item;
    }

    public static JsonObject Metrics(int node, DateTimeOffset now) => FleetObjects.Object("metrics.k8s.io/v1beta1", "NodeMetrics", null, Name(node), now, new JsonObject
    {
        ["timestamp"] = ObjectIdentity.Timestamp(now),
        ["window"] = "20.1s",
        ["usage"] = new JsonObject { ["cpu"] = $"{(400 + node * 37 % 1500) * 1_000_000L}n", ["memory"] = $"{2_000_000 + node * 91_337 % 4_000_000}Ki" },
    });

    public static JsonObject Condition(string type, string status, string reason, string since) => new()
    {
        ["type"] = type,
        ["status"] = status,
        ["lastHeartbeatTime"] = since,
        ["lastTransitionTime"] = since,
        ["reason"] = reason,
        ["message"] = "",
    };

    private static JsonObject Resources() => new() { ["cpu"] = "4", ["memory"] = "8245488Ki", ["pods"] = "110", ["ephemeral-storage"] = "479151512Ki" };
}
