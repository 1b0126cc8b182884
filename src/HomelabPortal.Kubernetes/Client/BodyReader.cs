using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Kubernetes;

/// <summary>Reads the body of a single answer, up to a size no real object has.</summary>
internal static class BodyReader
{
    private const int LargestBody = 32 * 1024 * 1024;

    public static async Task<T> ReadAsync<T>(Stream stream, JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        var body = await BytesAsync(stream, cancellationToken);
        return JsonSerializer.Deserialize(body.Span, json) ?? throw new JsonException("The body is null.");
    }

    public static async Task<JsonObject> ReadObjectAsync(Stream stream, CancellationToken cancellationToken) =>
        await ReadAsync(stream, ApiJson.Default.JsonNode, cancellationToken) as JsonObject ?? throw new JsonException("The body is not an object.");

    public static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > LargestBody)
                throw new JsonException("The body is larger than 32 MiB.");
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
