namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>What a piece of YAML is, for its colour.</summary>
public enum YamlTokenKind
{
    /// <summary>Colons, dashes, brackets and the marks of blocks.</summary>
    Mark,
    Key,
    Text,
    Number,

    /// <summary>true, false and null.</summary>
    Word,

    /// <summary>What stands in place of a secret.</summary>
    Hidden,
}
