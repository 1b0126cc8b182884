using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>What the real server fills in when a client leaves it out, for the kinds a homelab meets.</summary>
internal static class Defaults
{
    public static void Fill(ApiResource resource, JsonObject json)
    {
        if (resource.IsCustom) return;
        switch (resource.Kind)
        {
            case "Pod": Pod(json["spec"] as JsonObject, true); break;
            case "Service": Service(json); break;
            case "Deployment":
                Workload(json, "strategy", """{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%","maxSurge":"25%"}}""");
                Set(json["spec"], "progressDeadlineSeconds", 600);
                break;
            case "StatefulSet":
                Workload(json, "updateStrategy", """{"type":"RollingUpdate","rollingUpdate":{"partition":0}}""");
                Set(json["spec"], "podManagementPolicy", "OrderedReady");
                break;
            case "DaemonSet": Workload(json, "updateStrategy", """{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":1,"maxSurge":0}}"""); break;
            case "ReplicaSet": Workload(json, null, ""); break;
            case "PersistentVolumeClaim":
                Set(json["spec"], "volumeMode", "Filesystem");
                break;
            case "EndpointSlice": Protocols(json["ports"] as JsonArray); break;
        }
    }

    /// <summary>What the server hands out or adds of its own accord.</summary>
    public static void Allocate(ApiResource resource, JsonObject json, JsonObject? before, ServiceAddresses addresses)
    {
        if (resource is { Group: "", Kind: "Namespace" }) Namespace(json);
        if (resource is { Group: "", Kind: "Service" }) Addresses(json, before, addresses);
    }

    /// <summary>The status a new object starts with, whatever the client sent.</summary>
    public static void InitialStatus(ApiResource resource, JsonObject json)
    {
        // The kubelet registers a node with its status, so the real server keeps that one.
        if (!resource.HasStatus || resource is { Group: "", Kind: "Node" }) return;
        json.Remove("status");
        if (resource.IsCustom) return;
        json["status"] = resource.Kind switch
        {
            "Pod" => new JsonObject { ["phase"] = "Pending", ["qosClass"] = "BestEffort" },
            "Namespace" => new JsonObject { ["phase"] = "Active" },
            "PersistentVolumeClaim" or "PersistentVolume" => new JsonObject { ["phase"] = "Pending" },
            "Service" or "Ingress" => new JsonObject { ["loadBalancer"] = new JsonObject() },
            _ => new JsonObject(),
        };
    }

    private static void Namespace(JsonObject json)
    {
        Set(json, "spec", new JsonObject { ["finalizers"] = new JsonArray("kubernetes") });
        var metadata = json["metadata"]!.AsObject();
        Set(metadata, "labels", new JsonObject());
        metadata["labels"]!["kubernetes.io/metadata.name"] = metadata["name"]!.DeepClone();
    }

    private static void Workload(JsonObject json, string? strategyName, string strategy)
    {
        if (json["spec"] is not JsonObject spec) return;
        if (json["kind"] is null || (string?)json["kind"] != "DaemonSet") Set(spec, "replicas", 1);
        Set(spec, "revisionHistoryLimit", 10);
        if (strategyName is not null) Set(spec, strategyName, JsonNode.Parse(strategy)!);
        Pod(spec["template"]?["spec"] as JsonObject, false);
    }

    private static void Pod(JsonObject? spec, bool isPod)
    {
        if (spec is null) return;
        Set(spec, "restartPolicy", "Always");
        Set(spec, "terminationGracePeriodSeconds", 30);
        Set(spec, "dnsPolicy", "ClusterFirst");
        Set(spec, "schedulerName", "default-scheduler");
        Set(spec, "securityContext", new JsonObject());
        if (isPod) Set(spec, "enableServiceLinks", true);
        foreach (var container in (spec["containers"] as JsonArray ?? []).Concat(spec["initContainers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Set(container, "terminationMessagePath", "/dev/termination-log");
            Set(container, "terminationMessagePolicy", "File");
            Set(container, "imagePullPolicy", ((string?)container["image"])?.EndsWith(":latest", StringComparison.Ordinal) == true ? "Always" : "IfNotPresent");
            Set(container, "resources", new JsonObject());
            Protocols(container["ports"] as JsonArray);
        }
    }

    private static void Service(JsonObject json)
    {
        if (json["spec"] is not JsonObject spec) return;
        Set(spec, "type", "ClusterIP");
        Set(spec, "sessionAffinity", "None");
        foreach (var port in (spec["ports"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Set(port, "protocol", "TCP");
            if (port["port"] is { } number) Set(port, "targetPort", number.DeepClone());
        }
        if ((string?)spec["type"] == "ExternalName") return;
        Set(spec, "internalTrafficPolicy", "Cluster");
        if ((string?)spec["type"] is "NodePort" or "LoadBalancer") Set(spec, "externalTrafficPolicy", "Cluster");
    }

    private static void Addresses(JsonObject json, JsonObject? before, ServiceAddresses addresses)
    {
        if (json["spec"] is not JsonObject spec || (string?)spec["type"] == "ExternalName") return;
        Set(spec, "clusterIP", before?["spec"]?["clusterIP"]?.DeepClone() ?? addresses.NextClusterAddress());
        Set(spec, "clusterIPs", new JsonArray(spec["clusterIP"]!.DeepClone()));
        Set(spec, "ipFamilies", new JsonArray("IPv4"));
        Set(spec, "ipFamilyPolicy", "SingleStack");
        if ((string?)spec["type"] is not ("NodePort" or "LoadBalancer")) return;
        foreach (var port in (spec["ports"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var old = (before?["spec"]?["ports"] as JsonArray ?? []).FirstOrDefault(item => JsonNode.DeepEquals(item?["port"], port["port"]))?["nodePort"];
            Set(port, "nodePort", old?.DeepClone() ?? addresses.NextNodePort());
        }
    }

    private static void Protocols(JsonArray? ports)
    {
        foreach (var port in (ports ?? []).OfType<JsonObject>()) Set(port, "protocol", "TCP");
    }

    private static void Set(JsonNode? target, string name, JsonNode value)
    {
        if (target is JsonObject map && map[name] is null) map[name] = value;
    }
}
