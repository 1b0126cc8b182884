using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

internal sealed class QuantityConverter : JsonConverter<Quantity>
{
    private const int LongestText = 128;

    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || reader.HasValueSequence || reader.ValueSpan.Length > LongestText)
            throw new JsonException("An amount was expected.");
        Span<char> text = stackalloc char[LongestText];
        var length = Encoding.UTF8.GetChars(reader.ValueSpan, text);
        // Longhorn and others write "" where they have no amount yet.
        if (length == 0)
            return Quantity.Zero;
        return Quantity.TryParse(text[..length], out var quantity) ? quantity : throw new JsonException("An amount was expected.");
    }

    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
