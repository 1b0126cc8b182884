using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>What the server says of itself and of the kinds it serves.</summary>
internal static class Discovery
{
    public static JsonObject Version { get; } = new()
    {
        ["major"] = "1",
        ["minor"] = "33",
        ["gitVersion"] = "v1.33.4+k3s1",
        ["gitCommit"] = "148243c49519922720fe1b340008dbce8fb02516",
        ["gitTreeState"] = "clean",
        ["buildDate"] = "2025-08-25T18:51:50Z",
        ["goVersion"] = "go1.24.5",
        ["compiler"] = "gc",
        ["platform"] = "linux/arm64",
    };

    /// <returns>Null when the path is not one of discovery.</returns>
    public static JsonObject? Answer(string path, ResourceCatalog catalog, string host) => path.Trim('/').Split('/') switch
    {
        ["version"] => Version.DeepClone().AsObject(),
        ["api"] => new JsonObject
        {
            ["kind"] = "APIVersions",
            ["versions"] = new JsonArray("v1"),
            ["serverAddressByClientCIDRs"] = new JsonArray(new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = host }),
        },
        ["apis"] => new JsonObject
        {
            ["kind"] = "APIGroupList",
            ["apiVersion"] = "v1",
            ["groups"] = new JsonArray([.. Groups(catalog).Select(group => Group(group, catalog))]),
        },
        ["api", "v1"] => Resources("", "v1", catalog),
        ["apis", var group] when Groups(catalog).Contains(group) => GroupDocument(group, catalog),
        ["apis", var group, var version] => Resources(group, version, catalog),
        _ => null,
    };

    private static IEnumerable<string> Groups(ResourceCatalog catalog) =>
        catalog.All.Select(resource => resource.Group).Where(group => group.Length > 0).Distinct().Order(StringComparer.Ordinal);

    private static JsonObject GroupDocument(string group, ResourceCatalog catalog)
    {
        var document = new JsonObject { ["kind"] = "APIGroup", ["apiVersion"] = "v1" };
        foreach (var (name, value) in Group(group, catalog)) document[name] = value?.DeepClone();
        return document;
    }

    private static JsonObject Group(string group, ResourceCatalog catalog)
    {
        var versions = catalog.All.Where(resource => resource.Group == group).SelectMany(resource => resource.Versions).Distinct().ToList();
        versions.Sort((left, right) => KubernetesVersion.Compare(right, left));
        JsonObject Entry(string version) => new() { ["groupVersion"] = $"{group}/{version}", ["version"] = version };
        return new JsonObject { ["name"] = group, ["versions"] = new JsonArray([.. versions.Select(Entry)]), ["preferredVersion"] = Entry(versions[0]) };
    }

    private static JsonObject? Resources(string group, string version, ResourceCatalog catalog)
    {
        var served = catalog.All.Where(resource => resource.Group == group && resource.Versions.Contains(version)).OrderBy(resource => resource.Plural, StringComparer.Ordinal).ToList();
        if (served.Count == 0) return null;
        return new JsonObject
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = group.Length == 0 ? version : $"{group}/{version}",
            ["resources"] = new JsonArray([.. served.SelectMany(Entries)]),
        };
    }

    private static IEnumerable<JsonObject> Entries(ApiResource resource)
    {
        yield return Entry(resource, "", resource.Kind, resource.IsReadOnly
            ? ["get", "list"]
            : ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]);
        if (resource.HasStatus) yield return Entry(resource, "status", resource.Kind, ["get", "patch", "update"]);
        if (resource.HasScale) yield return Entry(resource, "scale", "Scale", ["get", "patch", "update"], "autoscaling", "v1");
        if (resource is { Group: "", Plural: "pods" })
        {
            yield return Entry(resource, "eviction", "Eviction", ["create"], "policy", "v1");
            yield return Entry(resource, "log", "Pod", ["get"]);
        }
    }

    private static JsonObject Entry(ApiResource resource, string subresource, string kind, string[] verbs, string? group = null, string? version = null)
    {
        var entry = new JsonObject
        {
            ["name"] = subresource.Length == 0 ? resource.Plural : $"{resource.Plural}/{subresource}",
            ["singularName"] = subresource.Length == 0 ? resource.Singular : "",
            ["namespaced"] = resource.IsNamespaced,
            ["kind"] = kind,
            ["verbs"] = new JsonArray([.. verbs.Select(verb => JsonValue.Create(verb))]),
        };
        if (group is not null) (entry["group"], entry["version"]) = (group, version);
        if (subresource.Length > 0) return entry;
        if (resource.ShortNames.Length > 0) entry["shortNames"] = new JsonArray([.. resource.ShortNames.Select(name => JsonValue.Create(name))]);
        if (resource.Categories.Length > 0) entry["categories"] = new JsonArray([.. resource.Categories.Select(name => JsonValue.Create(name))]);
        return entry;
    }
}
