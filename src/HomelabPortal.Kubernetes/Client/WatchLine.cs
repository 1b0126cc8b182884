using System.Text.Json;

namespace HomelabPortal.Kubernetes;

/// <summary>Decodes one line of a watch.</summary>
internal static class WatchLine
{
    /// <exception cref="KubernetesApiException">The line is an ERROR.</exception>
    /// <exception cref="JsonException">The line is not a watch event.</exception>
    public static WatchEvent<T> Decode<T>(ReadOnlySpan<byte> line, ResourceType<T> type, string what)
        where T : class, IKubernetesObject
    {
        // The spelling every API server uses, which lets the object be read in a single pass.
        if (TryTake(line, "{\"type\":\"ADDED\",\"object\":"u8, out var body))
            return Of(WatchEventType.Added, type.Decode(body));
        if (TryTake(line, "{\"type\":\"MODIFIED\",\"object\":"u8, out body))
            return Of(WatchEventType.Modified, type.Decode(body));
        return DecodeAnyOrder(line, type, what);
    }

    private static bool TryTake(ReadOnlySpan<byte> line, ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> body)
    {
        var isUsual = line.StartsWith(prefix) && line[^1] == (byte)'}';
        body = isUsual ? line[prefix.Length..^1] : default;
        return isUsual;
    }

    private static WatchEvent<T> DecodeAnyOrder<T>(ReadOnlySpan<byte> line, ResourceType<T> type, string what)
        where T : class, IKubernetesObject
    {
        var reader = new Utf8JsonReader(line);
        string? kind = null;
        ReadOnlySpan<byte> body = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A watch event was expected.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (isType && reader.TokenType == JsonTokenType.String)
                kind = reader.GetString();
            reader.Skip();
            if (isObject)
                body = line[start..(int)reader.BytesConsumed];
        }
        return kind switch
        {
            _ when body.IsEmpty => throw new JsonException("A watch event without an object was received."),
            "ADDED" => Of(WatchEventType.Added, type.Decode(body)),
            "MODIFIED" => Of(WatchEventType.Modified, type.Decode(body)),
            "DELETED" => Of(WatchEventType.Deleted, type.Decode(body)),
            "BOOKMARK" => new WatchEvent<T>(WatchEventType.Bookmark, null, VersionIn(body)),
            "ERROR" => throw ApiErrors.FromWatch(what, JsonSerializer.Deserialize(body, ApiJson.Default.Status) ?? new Status()),
            _ => throw new JsonException($"A watch event of the unknown type \"{kind}\" was received."),
        };
    }

    private static WatchEvent<T> Of<T>(WatchEventType type, T item)
        where T : class, IKubernetesObject => new(type, item, item.Metadata.ResourceVersion);

    private static string VersionIn(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, ApiJson.Default.VersionedObject)?.Metadata?.ResourceVersion ?? "";
}
