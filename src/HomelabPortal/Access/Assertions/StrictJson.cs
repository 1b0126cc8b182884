using System.Text.Json;
using System.Text.Unicode;

namespace HomelabPortal.Access.Assertions;

/// <summary>Reads JSON from outside so that two readers can never see two things in it.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions _options = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The object, or null when it is no JSON, no object, has a member twice, or holds text that is none.</summary>
    public static JsonElement? ReadObject(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
            return null;
        try
        {
            using var document = JsonDocument.Parse(json, _options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what the reader throws for an escape that is half a character.
            return null;
        }
    }

    /// <summary>A text member, or null when it is missing, something else, or longer than <paramref name="most"/>.</summary>
    public static string? Text(JsonElement from, string name, int most) =>
        from.TryGetProperty(name, out var member) ? Text(member, most) : null;

    public static string? Text(JsonElement value, int most)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString() is { Length: > 0 } text && text.Length <= most ? text : null;
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a character.
            return null;
        }
    }
}
