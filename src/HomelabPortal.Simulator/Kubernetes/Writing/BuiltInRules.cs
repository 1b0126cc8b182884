using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Selecting;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>The rules of built-in kinds that a client is likely to meet. Far from all the real server has.</summary>
internal static class BuiltInRules
{
    public static IReadOnlyList<FieldError> Check(string kind, JsonObject json, JsonObject? before)
    {
        var spec = json["spec"] as JsonObject ?? [];
        return
        [
            .. kind switch
            {
                "Service" => Service(spec, before?["spec"] as JsonObject),
                "EndpointSlice" => EndpointSlice(json),
                "Pod" => Containers(spec, "spec"),
                "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" => Workload(spec, before?["spec"] as JsonObject),
                "Lease" => Lease(spec),
                _ => [],
            },
        ];
    }

    private static IEnumerable<FieldError> Service(JsonObject spec, JsonObject? before)
    {
        var type = (string?)spec["type"];
        if (type is not ("ClusterIP" or "NodePort" or "LoadBalancer" or "ExternalName"))
            yield return FieldError.Unsupported("spec.type", spec["type"], ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]);
        var ports = spec["ports"] as JsonArray ?? [];
        if (type == "ExternalName" && string.IsNullOrEmpty((string?)spec["externalName"])) yield return FieldError.Required("spec.externalName");
        if (type != "ExternalName" && ports.Count == 0 && (string?)spec["clusterIP"] != "None") yield return FieldError.Required("spec.ports");
        for (var at = 0; at < ports.Count; at++)
        {
            if (!IsPort(ports[at]?["port"])) yield return FieldError.Invalid($"spec.ports[{at}].port", ports[at]?["port"]?.DeepClone() ?? 0, "must be between 1 and 65535, inclusive");
            if (ports.Count > 1 && string.IsNullOrEmpty((string?)ports[at]?["name"])) yield return FieldError.Required($"spec.ports[{at}].name");
        }
        if (before is not null && (string?)before["type"] != "ExternalName" && type != "ExternalName" && (string?)before["clusterIP"] is { Length: > 0 } address && (string?)spec["clusterIP"] != address)
            yield return FieldError.Invalid("spec.clusterIPs[0]", new JsonArray(spec["clusterIP"]?.DeepClone()), "may not change once set");
    }

    private static IEnumerable<FieldError> EndpointSlice(JsonObject json)
    {
        if ((string?)json["addressType"] is not { Length: > 0 } type) yield return FieldError.Required("addressType");
        else if (type is not ("IPv4" or "IPv6" or "FQDN")) yield return FieldError.Unsupported("addressType", type, ["FQDN", "IPv4", "IPv6"]);
        var endpoints = json["endpoints"] as JsonArray ?? [];
        for (var at = 0; at < endpoints.Count; at++)
        {
            if (endpoints[at]?["addresses"] is not JsonArray { Count: > 0 }) yield return FieldError.Required($"endpoints[{at}].addresses", "must contain at least 1 address");
        }
    }

    private static IEnumerable<FieldError> Containers(JsonObject spec, string path)
    {
        if (spec["containers"] is not JsonArray { Count: > 0 } containers)
        {
            yield return FieldError.Required($"{path}.containers");
            yield break;
        }
        for (var at = 0; at < containers.Count; at++)
        {
            if (string.IsNullOrEmpty((string?)containers[at]?["name"])) yield return FieldError.Required($"{path}.containers[{at}].name");
            if (string.IsNullOrEmpty((string?)containers[at]?["image"])) yield return FieldError.Required($"{path}.containers[{at}].image");
        }
    }

    private static IEnumerable<FieldError> Workload(JsonObject spec, JsonObject? before)
    {
        if (spec["selector"] is null) yield return FieldError.Required("spec.selector");
        else if (before?["selector"] is { } selector && !JsonNode.DeepEquals(selector, spec["selector"]))
            yield return FieldError.Invalid("spec.selector", spec["selector"], "field is immutable");
        if (JsonNumber.Of(spec["replicas"]) < 0)
            yield return FieldError.Invalid("spec.replicas", spec["replicas"], "must be greater than or equal to 0");
        var labels = (spec["template"]?["metadata"]?["labels"] as JsonObject ?? []).ToDictionary(label => label.Key, label => (string?)label.Value ?? "");
        if (LabelSelector.FromJson(spec["selector"]) is { IsEmpty: false } wanted && !wanted.Matches(labels))
            yield return FieldError.Invalid("spec.template.metadata.labels", spec["template"]?["metadata"]?["labels"], "`selector` does not match template `labels`");
        foreach (var error in Containers(spec["template"]?["spec"] as JsonObject ?? [], "spec.template.spec")) yield return error;
    }

    private static IEnumerable<FieldError> Lease(JsonObject spec)
    {
        if (JsonNumber.Of(spec["leaseDurationSeconds"]) <= 0) yield return FieldError.Invalid("spec.leaseDurationSeconds", spec["leaseDurationSeconds"], "must be greater than 0");
    }

    private static bool IsPort(JsonNode? node) => JsonNumber.Of(node) is >= 1 and <= 65535;
}
