using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Patching;

/// <summary>Strategic merge patch of the built-in kinds: lists with a merge key merge element by element.</summary>
internal static class StrategicMergePatch
{
    private const string Directive = "$patch";
    private const string DeletePrefix = "$deleteFromPrimitiveList/";

    private static readonly FrozenDictionary<string, string> MergeKeys = new Dictionary<string, string>
    {
        ["containers"] = "name",
        ["initContainers"] = "name",
        ["ephemeralContainers"] = "name",
        ["env"] = "name",
        ["volumes"] = "name",
        ["volumeMounts"] = "mountPath",
        ["volumeDevices"] = "devicePath",
        ["imagePullSecrets"] = "name",
        ["hostAliases"] = "ip",
        ["topologySpreadConstraints"] = "topologyKey",
        ["conditions"] = "type",
        ["ownerReferences"] = "uid",
        ["podIPs"] = "ip",
        ["addresses"] = "type",
        ["secrets"] = "name",
    }.ToFrozenDictionary();

    public static JsonObject Apply(JsonObject target, JsonObject patch) => Merge(target, patch, "");

    private static JsonObject Merge(JsonObject target, JsonObject patch, string parent)
    {
        if ((string?)patch[Directive] == "replace") return Without(patch);
        var result = target.DeepClone().AsObject();
        foreach (var (name, value) in patch)
        {
            if (name.StartsWith(DeletePrefix, StringComparison.Ordinal)) RemoveValues(result, name[DeletePrefix.Length..], value as JsonArray ?? []);
            else if (name.StartsWith('$')) continue;
            else if (value is null) result.Remove(name);
            else result[name] = MergeValue(result[name], value, name, parent);
        }
        return result;
    }

    private static JsonNode MergeValue(JsonNode? old, JsonNode value, string name, string parent) => (old, value) switch
    {
        (JsonObject map, JsonObject change) => Merge(map, change, name),
        (null, JsonObject change) => Merge([], change, name),
        (JsonArray list, JsonArray change) when name == "finalizers" => Added(list, change),
        (JsonArray list, JsonArray change) when KeyOf(name, parent, change) is { } key => MergeList(list, change, key, name),
        _ => value.DeepClone(),
    };

    private static string? KeyOf(string name, string parent, JsonArray change) => name switch
    {
        "ports" when change.Any(port => port?["containerPort"] is not null) => "containerPort",
        "ports" when parent == "spec" => "port",
        _ => MergeKeys.GetValueOrDefault(name),
    };

    private static JsonArray MergeList(JsonArray list, JsonArray change, string key, string name)
    {
        if (change.Any(item => (string?)item?[Directive] == "replace"))
            return [.. change.OfType<JsonObject>().Where(item => (string?)item[Directive] != "replace").Select(item => item.DeepClone())];
        var result = list.DeepClone().AsArray();
        foreach (var item in change.OfType<JsonObject>())
        {
            var at = result.ToList().FindIndex(existing => JsonNode.DeepEquals(existing?[key], item[key]));
            if ((string?)item[Directive] == "delete")
            {
                if (at >= 0) result.RemoveAt(at);
            }
            else if (at >= 0) result[at] = Merge(result[at]!.AsObject(), item, name);
            else result.Add(Without(item));
        }
        return result;
    }

    private static JsonArray Added(JsonArray list, JsonArray change) =>
        [.. list.Concat(change.Where(item => !list.Any(existing => JsonNode.DeepEquals(existing, item)))).Select(item => item?.DeepClone())];

    private static void RemoveValues(JsonObject result, string name, JsonArray values)
    {
        if (result[name] is not JsonArray list) return;
        result[name] = new JsonArray([.. list.Where(item => !values.Any(value => JsonNode.DeepEquals(value, item))).Select(item => item?.DeepClone())]);
    }

    private static JsonObject Without(JsonObject patch)
    {
        var result = patch.DeepClone().AsObject();
        result.Remove(Directive);
        return result;
    }
}
