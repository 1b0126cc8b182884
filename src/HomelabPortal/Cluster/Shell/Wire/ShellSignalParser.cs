using System.Text.Json;

namespace HomelabPortal.Cluster.Shell.Wire;

/// <summary>
/// Reads the text messages of a terminal.
/// <list type="table">
/// <item><term>{"kind":"resize","columns":120,"rows":40}</term><description>the terminal has this size now</description></item>
/// <item><term>{"kind":"read","bytes":4096}</term><description>so much output was read</description></item>
/// <item><term>anything else</term><description>null, and nothing happens</description></item>
/// </list>
/// </summary>
internal static class ShellSignalParser
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 2 };

    public static ShellSignal? Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, _options);
            if (!JsonDocument.TryParseValue(ref reader, out var document))
                return null;
            using (document)
                return document.RootElement.ValueKind == JsonValueKind.Object ? Of(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ShellSignal? Of(JsonElement message) => Kind(message) switch
    {
        "resize" when Number(message, "columns") is { } columns && Number(message, "rows") is { } rows =>
            new ShellSignal.Resize(Math.Clamp(columns, 2, ShellRequest.MostColumns), Math.Clamp(rows, 2, ShellRequest.MostRows)),
        "read" when Number(message, "bytes") is { } bytes and > 0 => new ShellSignal.Read(bytes),
        _ => null,
    };

    private static string? Kind(JsonElement message) =>
        message.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && !kind.ValueEquals("") ? Text(kind) : null;

    /// <summary>A string with half a surrogate pair is valid JSON and no text.</summary>
    private static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int? Number(JsonElement message, string name) =>
        message.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : null;
}
