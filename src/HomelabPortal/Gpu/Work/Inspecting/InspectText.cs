using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Cluster.Objects.Yaml;

namespace HomelabPortal.Gpu.Work.Inspecting;

/// <summary>A container's description as YAML.</summary>
internal static class InspectText
{
    public static ImmutableArray<YamlLine> Lines(SeenContainer seen) =>
        YamlWriter.Write(seen.Document, text => text.Contains(Hidden.Mask, StringComparison.Ordinal));

    public static string Of(SeenContainer seen) => YamlWriter.Text(Lines(seen));
}
