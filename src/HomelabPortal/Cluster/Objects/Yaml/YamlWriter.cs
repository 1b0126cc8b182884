using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>
/// Writes an object as kubectl prints it: members in its order, lists flush with their name, texts of several lines as blocks.
/// It writes lines of coloured pieces, which is what a page draws; their texts are the file.
/// </summary>
internal sealed class YamlWriter
{
    private const int Step = 2;
    private readonly ImmutableArray<YamlLine>.Builder _lines = ImmutableArray.CreateBuilder<YamlLine>();
    private readonly Func<string, bool> _isHidden;
    private ImmutableArray<YamlToken>.Builder _line = ImmutableArray.CreateBuilder<YamlToken>();
    private int _indent;

    private YamlWriter(Func<string, bool> isHidden) => _isHidden = isHidden;

    /// <param name="isHidden">Tells which texts stand in place of a secret.</param>
    public static ImmutableArray<YamlLine> Write(JsonObject root, Func<string, bool>? isHidden = null)
    {
        var writer = new YamlWriter(isHidden ?? (_ => false));
        writer.Value(root, 0);
        writer.EndLine();
        return writer._lines.ToImmutable();
    }

    /// <summary>The lines as a file.</summary>
    public static string Text(IEnumerable<YamlLine> lines) => string.Concat(lines.Select(line => line.Text + "\n"));

    /// <param name="column">Where the members or items of the value stand.</param>
    private void Value(JsonNode? value, int column)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } members:
                Members(members, column);
                break;
            case JsonArray { Count: > 0 } items:
                Items(items, column);
                break;
            case JsonObject or JsonArray:
                Put(YamlTokenKind.Mark, value is JsonObject ? "{}" : "[]");
                break;
            default:
                Scalar(value, column);
                break;
        }
    }

    private void Members(JsonObject members, int column)
    {
        var isFirst = true;
        foreach (var (name, value) in members.OrderBy(member => member.Key, YamlKeyOrder.Instance))
        {
            Begin(column, isFirst);
            isFirst = false;
            Put(YamlTokenKind.Key, YamlScalar.Inline(name));
            switch (value)
            {
                case JsonObject { Count: > 0 }:
                    Put(YamlTokenKind.Mark, ":");
                    EndLine();
                    Value(value, column + Step);
                    break;
                case JsonArray { Count: > 0 }:
                    Put(YamlTokenKind.Mark, ":");
                    EndLine();
                    Value(value, column);
                    break;
                default:
                    Put(YamlTokenKind.Mark, ": ");
                    Value(value, column + Step);
                    break;
            }
        }
    }

    private void Items(JsonArray items, int column)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            Begin(column, isFirst);
            isFirst = false;
            Put(YamlTokenKind.Mark, "- ");
            Value(item, column + Step);
        }
    }

    private void Scalar(JsonNode? value, int column)
    {
        if (value?.GetValueKind() != JsonValueKind.String)
        {
            var json = value?.ToJsonString() ?? "null";
            Put(value?.GetValueKind() == JsonValueKind.Number ? YamlTokenKind.Number : YamlTokenKind.Word, value?.GetValueKind() == JsonValueKind.Number ? YamlScalar.Number(json) : json);
            return;
        }

        var text = value.GetValue<string>();
        var kind = _isHidden(text) ? YamlTokenKind.Hidden : YamlTokenKind.Text;
        if (!YamlScalar.IsBlock(text))
        {
            Put(kind, YamlScalar.Inline(text));
            return;
        }

        Put(YamlTokenKind.Mark, YamlScalar.BlockMark(text));
        foreach (var line in YamlScalar.BlockLines(text))
        {
            EndLine();
            _indent = line.Length == 0 ? 0 : column;
            if (line.Length > 0)
                Put(kind, line);
        }
    }

    /// <summary>The first member or item of a value stands on the line that is open, if one is: behind the dash of its list.</summary>
    private void Begin(int column, bool isFirst)
    {
        if (!isFirst)
            EndLine();
        if (_line.Count == 0)
            _indent = column;
    }

    private void Put(YamlTokenKind kind, string text) => _line.Add(new YamlToken(kind, text));

    private void EndLine()
    {
        _lines.Add(new YamlLine(_indent, _line.ToImmutable()));
        _line = ImmutableArray.CreateBuilder<YamlToken>();
        _indent = 0;
    }
}
