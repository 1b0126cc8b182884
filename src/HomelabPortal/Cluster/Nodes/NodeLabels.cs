using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Nodes;

/// <summary>The labels of a node that tell something its other facts do not.</summary>
internal static class NodeLabels
{
    private static readonly string[] _told =
        ["kubernetes.io/hostname", "kubernetes.io/arch", "kubernetes.io/os", "beta.kubernetes.io/arch", "beta.kubernetes.io/os", "kubernetes.io/role", "node.kubernetes.io/instance-type", "beta.kubernetes.io/instance-type"];

    public static IReadOnlyList<string> WorthSeeing(Node node) =>
        [.. node.Metadata.Labels
            .Where(label => !_told.Contains(label.Key) && !label.Key.StartsWith("node-role.kubernetes.io/", StringComparison.Ordinal))
            .OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => label.Value.Length > 0 ? $"{label.Key}={label.Value}" : label.Key)];
}
