using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Contract.OpenApi;

/// <summary>An OpenAPI 3 or Swagger 2 document.</summary>
internal sealed class ApiDocument
{
    private static readonly string[] Methods = ["get", "head", "put", "post", "patch", "delete"];
    private readonly JsonObject _root;

    public ApiDocument(JsonObject root)
    {
        _root = root;
        Operations = [.. from path in root["paths"] as JsonObject ?? []
                         from method in path.Value!.AsObject()
                         where Methods.Contains(method.Key)
                         select new ApiOperation(this, path.Key, method.Key.ToUpperInvariant(), path.Value["parameters"] as JsonArray, method.Value!.AsObject())];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The named schemas of an OpenAPI 3 document.</summary>
    public JsonObject Schemas => _root["components"]!["schemas"]!.AsObject();

    public static ApiDocument Read(string path)
    {
        using var text = File.OpenText(path);
        var json = path.EndsWith(".json", StringComparison.Ordinal) ? text.ReadToEnd() : YamlToJson.Read(text)!.ToJsonString();
        return new ApiDocument(JsonNode.Parse(json)!.AsObject());
    }

    /// <summary>The node itself, or what its <c>$ref</c> leads to.</summary>
    public JsonNode Resolve(JsonNode node)
    {
        while (node is JsonObject { } holder && (string?)holder["$ref"] is { } reference)
        {
            node = _root;
            foreach (var step in reference.TrimStart('#', '/').Split('/'))
                node = node[step.Replace("~1", "/").Replace("~0", "~")] ?? throw new InvalidDataException($"{reference} leads nowhere.");
        }
        return node;
    }

    /// <summary>The operation for a path without its version; the one with the fewest placeholders wins.</summary>
    public ApiOperation? Find(string method, string path)
        => Operations.Where(operation => operation.Method == method && operation.Matches(path)).MinBy(operation => operation.Path.Count(letter => letter is '{'));
}
