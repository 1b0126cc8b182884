using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Reads the JSON or YAML a client sent.</summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<JsonNode?> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty) return null;
        try
        {
            return LooksLikeJson(bytes.Span) ? JsonNode.Parse(bytes.Span, documentOptions: Strict) : YamlText.ToJson(bytes);
        }
        catch (Exception problem) when (problem is JsonException or YamlDotNet.Core.YamlException)
        {
            throw Statuses.BadRequest("couldn't read the body: " + problem.Message);
        }
    }

    /// <exception cref="StatusException">400 when the body is no object.</exception>
    public static async Task<JsonObject> ReadObjectAsync(HttpContext context) =>
        await ReadAsync(context) as JsonObject ?? throw Statuses.BadRequest("the body is not an object");

    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8)[0] is (byte)'{' or (byte)'[';
}
