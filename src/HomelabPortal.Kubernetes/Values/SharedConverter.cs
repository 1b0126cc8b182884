using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// Reads equal JSON into one shared instance: the containers of a thousand replicas are parsed once and kept once.
/// Like the <see cref="TextPool"/> its table never grows; what loses its slot merely is no longer shared.
/// Only for objects and arrays, into types that cannot be changed.
/// </summary>
internal abstract class SharedConverter<T> : JsonConverter<T>
    where T : class
{
    private const int Slots = 4096;
    private static readonly Shared?[] _slots = new Shared?[Slots];

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            throw new JsonException("An object or an array was expected.");
        var start = reader;
        var digest = JsonDigest.Of(ref reader);
        ref var slot = ref _slots[(int)(digest & (Slots - 1))];
        if (Volatile.Read(ref slot) is { } known && known.Digest == digest)
            return known.Value;
        var value = Parse(ref start);
        Volatile.Write(ref slot, new Shared(digest, value));
        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException($"{typeof(T)} is only read.");

    protected abstract T Parse(ref Utf8JsonReader reader);

    private sealed record Shared(UInt128 Digest, T Value);
}
