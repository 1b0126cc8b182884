namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>A piece of a line as it is drawn: of one colour, and either found or not.</summary>
internal readonly record struct YamlPiece(YamlTokenKind Kind, string Text, bool IsFound, bool IsChosen);
