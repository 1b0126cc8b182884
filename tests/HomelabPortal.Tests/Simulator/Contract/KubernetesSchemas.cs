using System.Text.Json.Nodes;
using HomelabPortal.Tests.Simulator.Contract.OpenApi;

namespace HomelabPortal.Tests.Simulator.Contract;

/// <summary>The schemas of the API server's own kinds and of the lab's deployed custom resources.</summary>
internal sealed class KubernetesSchemas
{
    private readonly Dictionary<(string ApiVersion, string Kind), (ApiDocument Document, JsonNode Schema)> _schemas = [];

    public KubernetesSchemas()
    {
        foreach (var file in Directory.EnumerateFiles(SharedData.PathOf("kubernetes-openapi"), "*.json")) AddBuiltIn(ApiDocument.Read(file));
        foreach (var folder in new[] { "deployed", "gateway-api-v1.1.0" })
            foreach (var file in Directory.EnumerateFiles(SharedData.PathOf("crds", folder), "*.yaml", SearchOption.AllDirectories)) AddCustom(file);
    }

    /// <summary>Null when no schema of that kind is at hand.</summary>
    public IReadOnlyList<Violation>? Check(JsonObject item)
        => _schemas.TryGetValue(((string)item["apiVersion"]!, (string)item["kind"]!), out var found)
            ? new SchemaValidator(found.Document, Direction.Response).Check(item, found.Schema)
            : null;

    private void AddBuiltIn(ApiDocument document)
    {
        foreach (var (_, schema) in document.Schemas)
            foreach (var kind in schema!["x-kubernetes-group-version-kind"] as JsonArray ?? [])
            {
                var group = (string)kind!["group"]!;
                _schemas[(group is "" ? (string)kind["version"]! : $"{group}/{kind["version"]}", (string)kind["kind"]!)] = (document, schema);
            }
    }

    private void AddCustom(string file)
    {
        using var text = File.OpenText(file);
        var spec = JsonNode.Parse(YamlToJson.Read(text)!.ToJsonString())!["spec"]!;
        foreach (var version in spec["versions"]!.AsArray())
        {
            if (version!["schema"]?["openAPIV3Schema"] is { } schema)
                _schemas[($"{spec["group"]}/{version["name"]}", (string)spec["names"]!["kind"]!)] = (new ApiDocument([]), schema);
        }
    }
}
