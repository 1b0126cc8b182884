using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Contract.OpenApi;

/// <summary>One method of one path, with its parameters, body and answers; hides the difference between the two document versions.</summary>
internal sealed class ApiOperation(ApiDocument document, string path, string method, JsonArray? shared, JsonObject operation)
{
    private readonly string[] _segments = path.Split('/');

    public string Path => path;

    public string Method => method;

    public override string ToString() => $"{method} {path}";

    public bool Matches(string actual)
    {
        var parts = actual.Split('/');
        return parts.Length == _segments.Length && parts.Zip(_segments).All(pair => pair.Second is ['{', ..] ? pair.First.Length > 0 : pair.First == pair.Second);
    }

    /// <summary>The values of the path's placeholders.</summary>
    public IEnumerable<(string Name, string Value)> Placeholders(string actual)
        => actual.Split('/').Zip(_segments).Where(pair => pair.Second is ['{', ..]).Select(pair => (pair.Second.Trim('{', '}'), Uri.UnescapeDataString(pair.First)));

    /// <summary>The schema of a parameter; null when the document does not know it.</summary>
    public JsonNode? Parameter(string place, string name)
        => Parameters().FirstOrDefault(parameter => (string?)parameter["in"] == place && (string?)parameter["name"] == name) is { } found
            ? found["schema"] ?? found
            : null;

    public IEnumerable<string> RequiredQuery()
        => Parameters().Where(parameter => (string?)parameter["in"] == "query" && (bool?)parameter["required"] == true).Select(parameter => (string)parameter["name"]!);

    /// <summary>The schema of the body; null when none is expected.</summary>
    public JsonNode? Body()
        => operation["requestBody"] is { } body
            ? document.Resolve(body)["content"]?["application/json"]?["schema"]
            : Parameters().FirstOrDefault(parameter => (string?)parameter["in"] == "body")?["schema"];

    /// <summary>What is said about a status: null when it is not foreseen.</summary>
    public JsonNode? Answer(int status)
    {
        var answers = operation["responses"]!.AsObject();
        var found = answers[status.ToString()] ?? answers[$"{status / 100}XX"] ?? answers["default"];
        return found is null ? null : document.Resolve(found);
    }

    public static JsonNode? SchemaOf(JsonNode answer) => answer["schema"] ?? answer["content"]?["application/json"]?["schema"] ?? answer["content"]?["application/problem+json"]?["schema"] ?? answer["content"]?["text/plain"]?["schema"] ?? answer["content"]?["image/svg+xml"]?["schema"];

    private IEnumerable<JsonObject> Parameters()
        => (operation["parameters"] as JsonArray ?? []).Concat(shared ?? []).Select(parameter => document.Resolve(parameter!).AsObject());
}
