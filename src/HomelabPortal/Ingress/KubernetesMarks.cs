using System.Text.Json.Nodes;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress;

/// <summary>How objects say whose they are: our own mark, and those of the tools we must not disturb.</summary>
internal static class KubernetesMarks
{
    public const string FieldManager = "homelab-portal";
    public const string ManagedBy = "app.kubernetes.io/managed-by";
    public const string Exposure = "homelab-portal.dev/exposure";

    /// <summary>Said of what carries no tool's claim.</summary>
    public const string Hand = "hand";

    public static JsonObject Labels() => new() { [ManagedBy] = FieldManager };

    public static bool AreOn(LiveObject live, string ownerId) =>
        live.Label(ManagedBy) == FieldManager && live.Annotation(Exposure) == ownerId;

    /// <summary>Who made a foreign object, in words for a person.</summary>
    public static string OwnerOf(LiveObject live) => Cluster.Objects.ManagedBy.Of(MetaOf(live), ClusterState.Connecting) switch
    {
        null => Hand,
        { Tool: "HomelabPortal" } => "another exposure of the portal",
        { Tool: ObjectManager.ArgoCd, Name.Length: > 0 } manager => $"{manager.Tool} (application {manager.Name})",
        { Tool: "Helm", Name.Length: > 0 } manager => $"{manager.Tool} (release {manager.Name})",
        { } manager => manager.Words,
    };

    private static ObjectMeta MetaOf(LiveObject live) => new() { Name = live.Name, Namespace = live.Namespace, Labels = Map(live, "labels"), Annotations = Map(live, "annotations") };

    private static CompactMap<string> Map(LiveObject live, string member) => live.Document["metadata"]?[member] is JsonObject map
        ? CompactMap<string>.From(map.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.ToString() ?? "")))
        : CompactMap<string>.Empty;
}
