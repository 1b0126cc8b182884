using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects.Yaml;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>A manifest as YAML, with or without the record of who wrote which field.</summary>
internal static class ManifestText
{
    public static ImmutableArray<YamlLine> Lines(ObjectManifest manifest, bool managedFields) =>
        YamlWriter.Write(managedFields ? manifest.Json : manifest.WithoutManagedFields(), Hidden.Is);

    public static string Of(ObjectManifest manifest, bool managedFields) => YamlWriter.Text(Lines(manifest, managedFields));
}
