using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>Which container is meant, in the server's words when it is none.</summary>
internal static class ExecTarget
{
    public static JsonObject ContainerOf(StoredObject pod, string asked)
    {
        var json = pod.ToJson();
        if ((string?)json["status"]?["phase"] is "Succeeded" or "Failed")
            throw Statuses.BadRequest($"cannot exec into a container in a completed pod; current phase is {(string)json["status"]!["phase"]!}");
        if ((string?)json["spec"]?["nodeName"] is null or "") throw Statuses.BadRequest($"pod {pod.Name} does not have a host assigned");
        var containers = (json["spec"]?["containers"]?.AsArray() ?? []).Concat(json["spec"]?["initContainers"]?.AsArray() ?? []).Select(container => container!.AsObject()).ToList();
        if (asked.Length > 0)
            return containers.Find(container => (string)container["name"]! == asked) ?? throw Statuses.BadRequest($"container {asked} is not valid for pod {pod.Name}");
        return containers.Count == 1
            ? containers[0]
            : throw Statuses.BadRequest($"a container name must be specified for pod {pod.Name}, choose one of: [{string.Join(' ', containers.Select(container => (string)container["name"]!))}]");
    }

    public static bool IsRunning(StoredObject pod, string container)
    {
        var status = pod.ToJson()["status"];
        return (status?["containerStatuses"]?.AsArray() ?? []).Concat(status?["initContainerStatuses"]?.AsArray() ?? [])
            .Any(one => (string?)one!["name"] == container && one["state"]?["running"] is not null);
    }
}
