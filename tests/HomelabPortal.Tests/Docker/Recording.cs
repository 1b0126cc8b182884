using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Docker;

/// <summary>One recorded exchange with a real daemon.</summary>
internal sealed record Recording(string Name, string Method, string Path, JsonNode? Sent, int Status, JsonObject Headers, JsonNode? Json, byte[] Body, JsonArray? Frames)
{
    public static Recording Load(string folder, string file) => Read(SharedData.PathOf("docker-fixtures", folder, file));

    public static IReadOnlyList<Recording> LoadAll(string folder) =>
        [.. Directory.GetFiles(SharedData.PathOf("docker-fixtures", folder), "*.json").Order(StringComparer.Ordinal).Select(Read)];

    public HttpResponseMessage ToResponse()
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers)
        {
            if (name == "Content-Type") response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse((string)value!);
            else if (name is not ("Content-Length" or "Transfer-Encoding")) response.Headers.TryAddWithoutValidation(name, (string)value!);
        }
        return response;
    }

    private static Recording Read(string path)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        var response = root["response"]!;
        var body = response["body"];
        return new Recording(
            System.IO.Path.GetFileName(path),
            (string)root["request"]!["method"]!,
            (string)root["request"]!["path"]!,
            root["request"]!["body"]?["json"],
            (int)response["status"]!,
            response["headers"]!.AsObject(),
            body?["json"],
            Bytes(body),
            response["frames"]?.AsArray());
    }

    private static byte[] Bytes(JsonNode? body) => body switch
    {
        null => [],
        _ when body["json"] is { } json => Encoding.UTF8.GetBytes(json.ToJsonString()),
        _ when body["text"] is { } text => Encoding.UTF8.GetBytes((string)text!),
        _ when body["base64"] is { } base64 => Convert.FromBase64String((string)base64!),
        // Pulls end their lines with both characters, events with one.
        _ when body["jsonLines"] is JsonArray lines => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line!.ToJsonString() + (line["Action"] is null ? "\r\n" : "\n")))),
        _ => [],
    };
}
