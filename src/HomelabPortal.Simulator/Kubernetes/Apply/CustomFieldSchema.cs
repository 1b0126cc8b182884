using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>The list and map types that a CustomResourceDefinition's schema declares; lists are atomic where it is silent.</summary>
internal sealed class CustomFieldSchema(JsonNode? schema, bool isRoot = false) : FieldSchema
{
    public override bool IsAtomicObject => (string?)schema?["x-kubernetes-map-type"] == "atomic";

    public override ListKind ListKind => (string?)schema?["x-kubernetes-list-type"] switch
    {
        "map" => ListKind.Map,
        "set" => ListKind.Set,
        _ => ListKind.Atomic,
    };

    public override ImmutableArray<string> Keys =>
        schema?["x-kubernetes-list-map-keys"] is JsonArray keys ? [.. keys.Select(key => (string)key!)] : [];

    public override FieldSchema Element => new CustomFieldSchema(schema?["items"]);

    public override FieldSchema Field(string name) => isRoot && name == "metadata"
        ? BuiltInFieldSchema.Root("").Field("metadata")
        : new CustomFieldSchema(schema?["properties"]?[name] ?? schema?["additionalProperties"] as JsonObject);

    public override JsonNode? KeyDefault(string key) => schema?["items"]?["properties"]?[key]?["default"];
}
