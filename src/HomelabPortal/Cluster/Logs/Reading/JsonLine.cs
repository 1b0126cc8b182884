using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace HomelabPortal.Cluster.Logs.Reading;

/// <summary>A log line in JSON as a sentence: its message, then the other members.</summary>
internal static class JsonLine
{
    private const int Longest = 32 * 1024;
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 16 };
    private static readonly string[] _messages = ["msg", "message", "@message", "log", "text", "event", "short_message"];
    private static readonly string[] _levels = ["level", "severity", "lvl", "levelname", "log.level", "@level", "loglevel"];
    private static readonly HashSet<string> _times = new(StringComparer.OrdinalIgnoreCase) { "ts", "time", "timestamp", "@timestamp", "datetime", "t", "asctime" };

    /// <returns>Null for what is no JSON, or has no message.</returns>
    public static (StyledText Text, LogLevel Level)? Parse(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 10 or > Longest || text[0] != '{' || text[^1] != '}')
            return null;
        try
        {
            using var json = JsonDocument.Parse(line.AsMemory().Trim(), _options);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Written(json.RootElement) : null;
        }
        catch (JsonException)
        {
            // Looks like JSON, is none: shown as it is.
            return null;
        }
    }

    private static (StyledText, LogLevel)? Written(JsonElement line)
    {
        if (First(line, _messages) is not { Value.ValueKind: JsonValueKind.String } message)
            return null;
        var level = First(line, _levels);
        var first = AnsiText.Parse(message.Value.GetString()!.ReplaceLineEndings(" ⏎ "));
        var text = new StringBuilder(first.Text);
        var spans = first.Spans.ToBuilder();
        foreach (var member in line.EnumerateObject())
        {
            if (member.Name == message.Name || member.Name == level?.Name || _times.Contains(member.Name))
                continue;
            var name = AnsiText.Parse(member.Name).Text;
            text.Append("  ");
            spans.Add(new TextSpan(text.Length, name.Length + 1, "n"));
            text.Append(name).Append('=').Append(AnsiText.Parse(Value(member.Value)).Text);
        }

        return (new StyledText(text.ToString(), spans.ToImmutable()), level is { } word ? LogLevels.OfWord(Value(word.Value)) : LogLevel.Unknown);
    }

    private static JsonProperty? First(JsonElement line, string[] names)
    {
        foreach (var name in names)
        {
            foreach (var member in line.EnumerateObject())
            {
                if (member.NameEquals(name))
                    return member;
            }
        }

        return null;
    }

    private static string Value(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()!.ReplaceLineEndings(" ⏎ ") : value.GetRawText().ReplaceLineEndings(" ");
}
