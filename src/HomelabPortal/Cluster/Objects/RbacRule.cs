using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Objects;

/// <summary>One rule of a ClusterRole, as it is written there.</summary>
/// <param name="Verbs">Such as "get, list, watch".</param>
public sealed record RbacRule(string Group, string Resource, string Verbs)
{
    /// <summary>The one object it concerns; empty for all.</summary>
    public string ObjectName { get; init; } = "";

    public static RbacRule ToRead(ResourceType type, bool isWatched = true) => new(type.Group, type.Plural, isWatched ? "get, list, watch" : "get, list");

    /// <summary>To read one object by its name.</summary>
    public static RbacRule ToGet(ResourceType type) => new(type.Group, type.Plural, "get");

    /// <summary>To list the objects of a kind.</summary>
    public static RbacRule ToList(ResourceType type) => new(type.Group, type.Plural, "list");

    public override string ToString() => $"- apiGroups: [{(Group.Length == 0 ? "\"\"" : Group)}]\n  resources: [{Resource}]{(ObjectName.Length == 0 ? "" : $"\n  resourceNames: [{ObjectName}]")}\n  verbs: [{Verbs}]";
}
