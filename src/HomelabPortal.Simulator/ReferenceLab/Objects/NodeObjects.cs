using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

internal static class NodeObjects
{
    public static IEnumerable<JsonObject> All(DateTimeOffset now)
        => LabNodes.All.SelectMany(node => new[] { Node(node, now), Lease(node, now) });

    private static JsonObject Node(LabNode node, DateTimeOffset now)
    {
        var result = Manifest.New("v1", "Node", null, node.Name, now.AddDays(-402).AddMinutes(node.Index * 7))
            .Labelled(
                ("kubernetes.io/hostname", node.Name),
                ("kubernetes.io/arch", "arm64"),
                ("kubernetes.io/os", "linux"),
                ("node.kubernetes.io/instance-type", "k3s"),
                ("node-role.kubernetes.io/control-plane", node.IsControlPlane ? "true" : null),
                ("node-role.kubernetes.io/master", node.IsControlPlane ? "true" : null))
            .Annotated(("k3s.io/internal-ip", node.Address), ("k3s.io/hostname", node.Name));
        result["spec"] = Spec(node);
        result["status"] = Status(node, now);
        return result;
    }

    private static JsonObject Spec(LabNode node)
    {
        var spec = new JsonObject
        {
            ["podCIDR"] = $"10.42.{node.Index}.0/24",
            ["podCIDRs"] = new JsonArray($"10.42.{node.Index}.0/24"),
            ["providerID"] = $"k3s://{node.Name}",
        };
        if (node.IsControlPlane)
            spec["taints"] = new JsonArray(new JsonObject { ["key"] = "CriticalAddonsOnly", ["value"] = "true", ["effect"] = "NoExecute" });
        return spec;
    }

    private static JsonObject Status(LabNode node, DateTimeOffset now) => new()
    {
        ["addresses"] = new JsonArray(Address("InternalIP", node.Address), Address("Hostname", node.Name)),
        ["capacity"] = Resources(LabNode.MemoryKibi),
        ["allocatable"] = Resources(LabNode.MemoryKibi - 131_072),
        ["conditions"] = new JsonArray(
            Condition("MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available", now),
            Condition("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", now),
            Condition("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available", now),
            Condition("Ready", "True", "KubeletReady", "kubelet is posting ready status", now)),
        ["daemonEndpoints"] = new JsonObject { ["kubeletEndpoint"] = new JsonObject { ["Port"] = 10250 } },
        ["nodeInfo"] = new JsonObject
        {
            ["architecture"] = "arm64",
            ["bootID"] = StableId.Uid("boot/" + node.Name),
            ["containerRuntimeVersion"] = "containerd://2.0.5-k3s2",
            ["kernelVersion"] = "6.12.47",
            ["kubeProxyVersion"] = LabHouse.KubernetesVersion,
            ["kubeletVersion"] = LabHouse.KubernetesVersion,
            ["machineID"] = StableId.Hex("machine/" + node.Name, 32),
            ["operatingSystem"] = "linux",
            ["osImage"] = "NixOS 26.05 (Yarara)",
            ["systemUUID"] = StableId.Uid("system/" + node.Name),
        },
    };

    private static JsonObject Address(string type, string address) => new() { ["type"] = type, ["address"] = address };

    private static JsonObject Resources(long memoryKibi) => new()
    {
        ["cpu"] = LabNode.Cores.ToString(),
        ["ephemeral-storage"] = "488386584Ki",
        ["memory"] = $"{memoryKibi}Ki",
        ["pods"] = "110",
    };

    private static JsonObject Condition(string type, string status, string reason, string message, DateTimeOffset now) => new()
    {
        ["type"] = type,
        ["status"] = status,
        ["reason"] = reason,
        ["message"] = message,
        ["lastHeartbeatTime"] = Manifest.Time(now.AddSeconds(-40)),
        ["lastTransitionTime"] = Manifest.Time(now.AddDays(-23)),
    };

    private static JsonObject Lease(LabNode node, DateTimeOffset now)
        => Manifest.New("coordination.k8s.io/v1", "Lease", "kube-node-lease", node.Name, now.AddDays(-402))
            .With("spec", new JsonObject
            {
                ["holderIdentity"] = node.Name,
                ["leaseDurationSeconds"] = 40,
                ["renewTime"] = Manifest.MicroTime(now.AddSeconds(-4)),
            });
}
