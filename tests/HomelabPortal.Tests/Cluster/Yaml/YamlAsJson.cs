using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HomelabPortal.Tests.Cluster.Yaml;

/// <summary>Reads YAML as another program would: plain scalars are what either version of the standard takes them for.</summary>
internal static partial class YamlAsJson
{
    public static JsonNode? Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return Node(Assert.Single(stream.Documents).RootNode);
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(Key(child.Key), Node(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException($"{node.NodeType} at {node.Start}"),
    };

    private static string Key(YamlNode node)
    {
        var scalar = Assert.IsType<YamlScalarNode>(node);
        // A plain key that means something else would be no text any more.
        return scalar.Style != ScalarStyle.Plain || Plain(scalar.Value!) is JsonValue value && value.TryGetValue<string>(out _)
            ? scalar.Value!
            : throw new InvalidDataException($"The key {scalar.Value} is not a text.");
    }

    private static JsonNode? Plain(string text)
    {
        if (text is "" or "~" || text.Equals("null", StringComparison.OrdinalIgnoreCase))
            return null;
        if (text is "true" or "false")
            return JsonValue.Create(text == "true");
        if (Odd().IsMatch(text))
            throw new InvalidDataException($"{text} means something else to some readers.");
        return Number().IsMatch(text) ? JsonNode.Parse(text.Replace("e+", "e", StringComparison.Ordinal)) is { } number && text.Contains('e') ? JsonNode.Parse(double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)) : JsonNode.Parse(text)
            : JsonValue.Create(text);
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?(e[-+][0-9]+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(yes|no|on|off|y|n|true|false|0[0-9]+|0x.*|[0-9]+(:[0-9]+)+|[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[-+]?\.(inf|nan)|<<|=)$", RegexOptions.IgnoreCase)]
    private static partial Regex Odd();
}
