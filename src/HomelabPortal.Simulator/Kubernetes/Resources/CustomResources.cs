using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Resources;

/// <summary>Reads a CustomResourceDefinition into the resource it defines.</summary>
internal static class CustomResources
{
    /// <returns>Null when it serves no version.</returns>
    public static ApiResource? FromDefinition(JsonObject definition)
    {
        var spec = definition["spec"]!.AsObject();
        var names = spec["names"]!.AsObject();
        var versions = (spec["versions"] as JsonArray ?? []).OfType<JsonObject>().Where(IsServed).ToList();
        if (versions.Count == 0) return null;
        versions.Sort((left, right) => KubernetesVersion.Compare(Name(right), Name(left)));
        var kind = (string)names["kind"]!;
        return new ApiResource
        {
            Group = (string)spec["group"]!,
            Versions = [.. versions.Select(Name)],
            Plural = (string)names["plural"]!,
            Singular = (string?)names["singular"] ?? kind.ToLowerInvariant(),
            Kind = kind,
            IsNamespaced = (string?)spec["scope"] == "Namespaced",
            ShortNames = Strings(names["shortNames"]),
            Categories = Strings(names["categories"]),
            HasStatus = versions.Exists(version => version["subresources"]?["status"] is not null),
            HasScale = versions.Exists(version => version["subresources"]?["scale"] is not null),
            IsCustom = true,
            Schemas = versions.Where(version => version["schema"]?["openAPIV3Schema"] is not null)
                .ToImmutableDictionary(Name, version => version["schema"]!["openAPIV3Schema"]!),
            SelectableFields = [.. versions.SelectMany(version => version["selectableFields"] as JsonArray ?? [])
                .Select(field => ((string)field!["jsonPath"]!).TrimStart('.')).Distinct()],
        };
    }

    private static bool IsServed(JsonObject version) => (bool?)version["served"] ?? false;

    private static string Name(JsonObject version) => (string)version["name"]!;

    private static ImmutableArray<string> Strings(JsonNode? node) => node is JsonArray array ? [.. array.Select(item => (string)item!)] : [];
}
