using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;
using HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Pods made from their owner's template.</summary>
internal static class PodObjects
{
    public static JsonObject Running(JsonObject owner, string name, string node, string address, DateTimeOffset started)
    {
        var pod = Pending(owner, name, node, started);
        Start(pod, node, address, started);
        return pod;
    }

    /// <summary>A pod that was just made and waits for its node.</summary>
    public static JsonObject Pending(JsonObject owner, string name, string? node, DateTimeOffset created)
    {
        var template = owner["spec"]!["template"]!.AsObject();
        var pod = Manifest.New("v1", "Pod", (string)owner["metadata"]!["namespace"]!, name, created).OwnedBy(owner);
        var metadata = pod["metadata"]!;
        metadata["labels"] = template["metadata"]?["labels"]?.DeepClone() ?? new JsonObject();
        if (owner["metadata"]!["labels"]?["pod-template-hash"] is { } hash) metadata["labels"]!["pod-template-hash"] = hash.DeepClone();
        if ((string)owner["kind"]! is "StatefulSet" or "DaemonSet") metadata["labels"]![Templates.RevisionHash] = Templates.RevisionOf(owner);
        if (template["metadata"]?["annotations"] is { } annotations) metadata["annotations"] = annotations.DeepClone();
        pod["spec"] = template["spec"]!.DeepClone();
        if (node is not null) pod["spec"]!["nodeName"] = node;
        ServiceAccountToken.Mount(pod);
        pod["status"] = new JsonObject { ["phase"] = "Pending", ["qosClass"] = "Burstable" };
        return pod;
    }

    /// <summary>Gives the pod the status of one whose containers have started and are ready.</summary>
    public static void Start(JsonObject pod, string node, string address, DateTimeOffset started)
        => pod["status"] = Status(pod, node, address, started);

    /// <summary>Every container is restarted once, <paramref name="count"/> times in all, the last time at <paramref name="at"/>.</summary>
    public static void Restarted(JsonObject pod, int count, int exitCode, string reason, DateTimeOffset at)
    {
        foreach (var status in pod["status"]!["containerStatuses"]!.AsArray())
        {
            status!["restartCount"] = count;
            status["lastState"] = new JsonObject { ["terminated"] = Terminated(status, exitCode, reason, at.AddSeconds(-9), at) };
            status["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = Manifest.Time(at.AddSeconds(2)) } };
        }
    }

    public static JsonObject Terminated(JsonNode status, int exitCode, string reason, DateTimeOffset from, DateTimeOffset to) => new()
    {
        ["exitCode"] = exitCode,
        ["reason"] = reason,
        ["startedAt"] = Manifest.Time(from),
        ["finishedAt"] = Manifest.Time(to),
        ["containerID"] = status["containerID"]?.DeepClone(),
    };

    public static JsonObject Condition(string type, bool isTrue, DateTimeOffset at, string? reason = null, string? message = null)
    {
        var condition = new JsonObject
        {
            ["type"] = type, ["status"] = isTrue ? "True" : "False", ["lastProbeTime"] = null, ["lastTransitionTime"] = Manifest.Time(at),
        };
        if (reason is not null) condition["reason"] = reason;
        if (message is not null) condition["message"] = message;
        return condition;
    }

    private static JsonObject Status(JsonObject pod, string node, string address, DateTimeOffset started)
    {
        var ready = started.AddSeconds(6);
        var status = new JsonObject
        {
            ["phase"] = "Running",
            ["conditions"] = new JsonArray(
                Condition("PodReadyToStartContainers", true, started.AddSeconds(2)),
                Condition("Initialized", true, started),
                Condition("Ready", true, ready),
                Condition("ContainersReady", true, ready),
                Condition("PodScheduled", true, started)),
            ["hostIP"] = LabNodes.All.FirstOrDefault(known => known.Name == node)?.Address ?? "10.0.0.1",
            ["podIP"] = address,
            ["podIPs"] = new JsonArray(new JsonObject { ["ip"] = address }),
            ["startTime"] = Manifest.Time(started),
            ["qosClass"] = "Burstable",
            ["containerStatuses"] = new JsonArray([.. pod["spec"]!["containers"]!.AsArray()
                .Select(container => (JsonNode)ContainerStatus(pod, container!, ready))]),
        };
        if (pod["spec"]!["initContainers"] is JsonArray helpers)
            status["initContainerStatuses"] = new JsonArray([.. helpers.Select(container => (JsonNode)InitStatus(pod, container!, started))]);
        return status;
    }

    private static JsonObject InitStatus(JsonObject pod, JsonNode container, DateTimeOffset started)
    {
        var status = ContainerStatus(pod, container, started);
        if ((string?)container["restartPolicy"] == "Always") return status;
        status["started"] = false;
        status["state"] = new JsonObject { ["terminated"] = Terminated(status, 0, "Completed", started, started.AddSeconds(2)) };
        return status;
    }

    private static JsonObject ContainerStatus(JsonObject pod, JsonNode container, DateTimeOffset started)
    {
        var image = (string)container["image"]!;
        return new JsonObject
        {
            ["name"] = container["name"]!.DeepClone(),
            ["image"] = image,
            ["imageID"] = $"{image.Split(':')[0]}@sha256:{StableId.Hex(image, 64)}",
            ["containerID"] = "containerd://" + StableId.Hex((string)pod["metadata"]!["uid"]! + (string)container["name"]!, 64),
            ["ready"] = true,
            ["started"] = true,
            ["restartCount"] = 0,
            ["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = Manifest.Time(started) } },
            ["lastState"] = new JsonObject(),
        };
    }
}
