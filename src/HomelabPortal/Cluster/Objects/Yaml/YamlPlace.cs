namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>Where something begins; both count from 0.</summary>
public readonly record struct YamlPlace(int Line, int Column);
