namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>A piece of one line that has one colour.</summary>
public readonly record struct YamlToken(YamlTokenKind Kind, string Text);
