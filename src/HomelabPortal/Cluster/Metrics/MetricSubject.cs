using HomelabPortal.Cluster.Objects;

namespace HomelabPortal.Cluster.Metrics;

/// <summary>Whose use of processor and memory is meant.</summary>
/// <param name="Namespace">Empty for nodes and namespaces themselves.</param>
public readonly record struct MetricSubject(string Kind, string Namespace, string Name)
{
    public const string NodeKind = "Node";
    public const string NamespaceKind = "Namespace";
    public const string PodKind = "Pod";

    /// <summary>Of a Docker host, whose name stands for the namespace.</summary>
    public const string ContainerKind = "Container";

    public string? Href => ObjectHref.Of(Kind, Namespace, Name);

    public static MetricSubject Node(string name) => new(NodeKind, "", name);

    public static MetricSubject Pod(string ns, string name) => new(PodKind, ns, name);
}
