using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

internal static class EventObjects
{
    public static IEnumerable<JsonObject> All(IReadOnlyList<JsonObject> objects, DateTimeOffset now)
    {
        var crashing = Find(objects, "Pod", "jellyseerr-");
        yield return About(crashing, "Warning", "BackOff", "Back-off restarting failed container jellyseerr in pod " + (string)crashing["metadata"]!["name"]!, "kubelet", 214, now.AddMinutes(-58), now.AddSeconds(-40));
        yield return About(crashing, "Normal", "Pulled", "Container image \"fallenbagel/jellyseerr:2.7.3\" already present on machine", "kubelet", 41, now.AddMinutes(-57), now.AddMinutes(-5));
        yield return About(crashing, "Normal", "Started", "Started container jellyseerr", "kubelet", 41, now.AddMinutes(-57), now.AddMinutes(-5));

        var certificate = Find(objects, "Certificate", "registry-cowlab-org");
        yield return About(certificate, "Warning", "Failed", "The certificate request has failed to complete and will be retried: order is in \"invalid\" state", "cert-manager-certificates-issuing", 3, now.AddMinutes(-55), now.AddMinutes(-21));

        var claim = Find(objects, "PersistentVolumeClaim", "radarr-config");
        var volume = objects.First(item => Is(item, "Volume", (string)claim["spec"]!["volumeName"]!));
        yield return About(volume, "Warning", "Degraded", $"volume {(string)volume["metadata"]!["name"]!} became degraded", "longhorn-volume-controller", 1, now.AddMinutes(-49), now.AddMinutes(-49));

        var disk = objects.First(item => Is(item, "Node", "node2") && (string)item["apiVersion"]! != "v1");
        yield return About(disk, "Warning", "Schedulable", "the disk default-disk(/var/lib/longhorn) on the node node2 is 91 % full", "longhorn-node-controller", 12, now.AddMinutes(-50), now.AddMinutes(-3));

        var runner = Find(objects, "Pod", "gitea-runner-");
        yield return About(runner, "Normal", "Killing", "Stopping container gitea-runner", "kubelet", 1, now.AddMinutes(-17), now.AddMinutes(-17));
        yield return About(runner, "Normal", "Scheduled", $"Successfully assigned {(string)runner["metadata"]!["namespace"]!}/{(string)runner["metadata"]!["name"]!} to {(string)runner["spec"]!["nodeName"]!}", "default-scheduler", 1, now.AddMinutes(-16), now.AddMinutes(-16));
        yield return About(runner, "Normal", "Pulled", "Container image \"" + (string)runner["spec"]!["containers"]![0]!["image"]! + "\" already present on machine", "kubelet", 1, now.AddMinutes(-16), now.AddMinutes(-16));
        yield return About(runner, "Normal", "Started", "Started container gitea-runner", "kubelet", 1, now.AddMinutes(-16), now.AddMinutes(-16));

        var changed = Find(objects, "Application", "lidarr");
        yield return About(changed, "Normal", "ResourceUpdated", "Updated sync status: Synced -> OutOfSync", "argocd-application-controller", 1, now.AddMinutes(-38), now.AddMinutes(-38));
        yield return About(Find(objects, "Service", "traefik"), "Normal", "nodeAssigned", "announcing from node \"node1\" with protocol \"layer2\"", "metallb-speaker", 6, now.AddMinutes(-52), now.AddMinutes(-4));
        yield return About(Find(objects, "Certificate", "registry-cowlab-org"), "Normal", "Issuing", "Renewing certificate as renewal was scheduled", "cert-manager-certificates-trigger", 3, now.AddMinutes(-56), now.AddMinutes(-22));
    }

    public static JsonObject About(JsonObject target, string type, string reason, string message, string source, int count, DateTimeOffset first, DateTimeOffset last)
    {
        var metadata = target["metadata"]!;
        var name = (string)metadata["name"]!;
        // Events of things without a namespace live in "default".
        var ns = (string?)metadata["namespace"] ?? "default";
        var involved = new JsonObject
        {
            ["apiVersion"] = target["apiVersion"]!.DeepClone(), ["kind"] = target["kind"]!.DeepClone(), ["name"] = name, ["uid"] = metadata["uid"]!.DeepClone(),
        };
        if (metadata["namespace"] is { } owned) involved["namespace"] = owned.DeepClone();
        var result = Manifest.New("v1", "Event", ns, $"{name}.{StableId.Hex($"event/{ns}/{name}/{reason}/{first.UtcTicks}", 16)}", first);
        result["involvedObject"] = involved;
        result["type"] = type;
        result["reason"] = reason;
        result["message"] = message;
        result["count"] = count;
        result["firstTimestamp"] = Manifest.Time(first);
        result["lastTimestamp"] = Manifest.Time(last);
        result["eventTime"] = null;
        result["source"] = new JsonObject { ["component"] = source };
        result["reportingComponent"] = source;
        result["reportingInstance"] = "";
        return result;
    }

    private static JsonObject Find(IEnumerable<JsonObject> objects, string kind, string prefix)
        => objects.First(item => (string)item["kind"]! == kind && ((string)item["metadata"]!["name"]!).StartsWith(prefix, StringComparison.Ordinal));

    private static bool Is(JsonObject item, string kind, string name)
        => (string)item["kind"]! == kind && (string)item["metadata"]!["name"]! == name;
}
