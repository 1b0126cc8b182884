using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Docker;

/// <summary>
/// Bytes of a stream of JSON objects to values, each given out as soon as its object closes.
/// Objects may be divided by any white space or the record separator, and reads may end anywhere.
/// </summary>
internal sealed class ObjectStreamReader<T>(JsonTypeInfo<T> type, string name)
    where T : class
{
    private const int MaxObjectBytes = 4 << 20;
    private const byte RecordSeparator = 0x1E;

    private readonly ArrayBufferWriter<byte> _object = new();
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;

    /// <summary>Whether the stream stands inside an object.</summary>
    public bool IsInsideObject => _depth > 0;

    public void Add(ReadOnlySpan<byte> bytes, ICollection<T> values)
    {
        var start = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var wasInside = IsInsideObject;
            Step(bytes[i]);
            if (!wasInside)
                start = i;
            if (wasInside && !IsInsideObject)
            {
                _object.Write(bytes[start..(i + 1)]);
                values.Add(Parse(_object.WrittenSpan));
                _object.ResetWrittenCount();
            }
        }
        if (!IsInsideObject)
            return;
        _object.Write(bytes[start..]);
        if (_object.WrittenCount > MaxObjectBytes)
            throw Invalid(null);
    }

    private void Step(byte value)
    {
        if (_isInString)
            StepInString(value);
        else if (value is (byte)'{' or (byte)'[')
            _depth += IsInsideObject || value == (byte)'{' ? 1 : throw Invalid(null);
        else if (value is (byte)'}' or (byte)']')
            _depth -= IsInsideObject ? 1 : throw Invalid(null);
        else if (!IsInsideObject && value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or RecordSeparator))
            throw Invalid(null);
        else
            _isInString = value == (byte)'"';
    }

    private void StepInString(byte value)
    {
        if (_isEscaped)
            _isEscaped = false;
        else if (value == (byte)'\\')
            _isEscaped = true;
        else
            _isInString = value != (byte)'"';
    }

    private T Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Invalid(null);
        }
        catch (JsonException e)
        {
            throw Invalid(e);
        }
    }

    private DockerApiException Invalid(Exception? cause) =>
        new(DockerErrorKind.InvalidAnswer, $"The {name} is not what the API describes.", cause);
}
