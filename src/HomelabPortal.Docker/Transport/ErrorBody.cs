using System.Text;
using System.Text.Json;

namespace HomelabPortal.Docker;

/// <summary>The daemon's words: JSON with a message, or plain text from its outer layers and from proxies.</summary>
internal sealed record ErrorBody(string? Message)
{
    private const int MaxLength = 2000;

    public static string? Read(ReadOnlySpan<byte> body)
    {
        var text = TryJson(body) ?? Encoding.UTF8.GetString(body);
        text = text.Trim();
        if (text.Length > MaxLength)
            text = string.Concat(text.AsSpan(0, MaxLength), "…");
        return text.Length == 0 ? null : text;
    }

    // Not JSON is expected here: such a body is the message itself.
    private static string? TryJson(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DockerJson.Wire.ErrorBody)?.Message;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
