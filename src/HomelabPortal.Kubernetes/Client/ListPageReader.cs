using System.Buffers;
using System.Text.Json;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// Reads a list while it arrives: each object is decoded as soon as its last byte is here.
/// A list of a whole cluster is many megabytes, so it is never held as bytes at once.
/// </summary>
internal sealed class ListPageReader<T>(ResourceType<T> type, List<T> items)
    where T : class, IKubernetesObject
{
    private const int FirstBuffer = 128 * 1024;
    private const int LargestObject = 16 * 1024 * 1024;
    private JsonReaderState _state;
    private bool _isInItems;
    private bool _isOpen;
    private bool _isDone;
    private ListMeta? _meta;

    /// <summary>Adds the objects of one answer to the list and returns its metadata.</summary>
    public async Task<ListMeta> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
                length += read;
                var consumed = Decode(buffer.AsSpan(0, length), isFinal: read == 0);
                buffer.AsSpan(consumed, length - consumed).CopyTo(buffer);
                length -= consumed;
                if (read == 0)
                    return _isDone && _meta is not null ? _meta : throw new JsonException("The list ended before it was whole.");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        if (length >= LargestObject)
            throw new JsonException("The list holds an object larger than 16 MiB.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>Handles every whole unit in the data and returns how many bytes those took.</summary>
    private int Decode(ReadOnlySpan<byte> data, bool isFinal)
    {
        var reader = new Utf8JsonReader(data, isFinal, _state);
        var consumed = 0;
        while (TryDecodeUnit(ref reader, data))
        {
            _state = reader.CurrentState;
            consumed = (int)reader.BytesConsumed;
        }
        return consumed;
    }

    private bool TryDecodeUnit(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        if (!reader.Read())
            return false;
        if (!_isOpen)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException("A list was expected.");
            return _isOpen = true;
        }
        return _isInItems ? TryDecodeItem(ref reader, data) : TryDecodeField(ref reader, data);
    }

    private bool TryDecodeItem(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _isInItems = false;
            return true;
        }
        if (TrySkip(ref reader, data) is not { } range)
            return false;
        items.Add(type.Decode(data[range]));
        return true;
    }

    private bool TryDecodeField(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
            return _isDone = true;
        var isItems = reader.ValueTextEquals("items"u8);
        var isMeta = reader.ValueTextEquals("metadata"u8);
        if (!reader.Read())
            return false;
        if (isItems && reader.TokenType == JsonTokenType.StartArray)
            return _isInItems = true;
        if (TrySkip(ref reader, data) is not { } range)
            return false;
        if (isMeta)
            _meta = JsonSerializer.Deserialize(data[range], ApiJson.Default.ListMeta);
        return true;
    }

    /// <summary>Moves past the value and returns where its bytes are, or null when the rest of it is still to come.</summary>
    private static Range? TrySkip(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        var start = (int)reader.TokenStartIndex;
        return reader.TrySkip() ? start..(int)reader.BytesConsumed : null;
    }
}
