using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>One line of YAML.</summary>
/// <param name="Indent">Spaces before the first token.</param>
public sealed record YamlLine(int Indent, ImmutableArray<YamlToken> Tokens)
{
    /// <summary>The line as it stands in a file, without its end.</summary>
    public string Text { get; } = new string(' ', Indent) + string.Concat(Tokens.Select(token => token.Text));
}
