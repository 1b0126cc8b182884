using System.Collections.Frozen;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes;

/// <summary>The metadata the server itself writes: uid, creationTimestamp, generation.</summary>
internal static class ObjectIdentity
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly FrozenSet<string> WithoutGeneration = new[]
    {
        "pods", "services", "nodes", "namespaces", "persistentvolumes", "persistentvolumeclaims", "leases", "configmaps", "secrets",
    }.ToFrozenSet();

    private static readonly string[] Lasting = ["uid", "creationTimestamp", "generation", "deletionTimestamp", "deletionGracePeriodSeconds", "namespace", "name", "resourceVersion"];

    public static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat);

    /// <summary>Completes an object that is about to be put over <paramref name="existing"/>, keeping what it says of itself.</summary>
    public static void Complete(ApiResource resource, JsonObject json, JsonObject? existing, KubernetesStore store)
    {
        var metadata = json["metadata"]!.AsObject();
        var before = existing?["metadata"]?.AsObject();
        metadata["uid"] = before?["uid"]?.DeepClone() ?? metadata["uid"]?.DeepClone() ?? store.NewUid();
        metadata["creationTimestamp"] = before?["creationTimestamp"]?.DeepClone()
            ?? metadata["creationTimestamp"]?.DeepClone() ?? Timestamp(store.Time.GetUtcNow());
        if (before?["generation"] is { } generation) metadata["generation"] = generation.DeepClone();
        if (existing is not null || metadata["generation"] is null) SetGeneration(resource, json, existing);
    }

    /// <summary>Gives a new object its identity; whatever the client sent of it is dropped.</summary>
    public static void Begin(ApiResource resource, JsonObject json, KubernetesStore store)
    {
        var metadata = json["metadata"]!.AsObject();
        foreach (var name in new[] { "generation", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "resourceVersion" }) metadata.Remove(name);
        metadata["uid"] = store.NewUid();
        metadata["creationTimestamp"] = Timestamp(store.Time.GetUtcNow());
        SetGeneration(resource, json, null);
    }

    /// <summary>Takes over what no client may change.</summary>
    public static void Keep(JsonObject json, JsonObject existing)
    {
        var (metadata, before) = (json["metadata"]!.AsObject(), existing["metadata"]!.AsObject());
        foreach (var name in Lasting)
        {
            if (before[name] is { } value) metadata[name] = value.DeepClone();
            else metadata.Remove(name);
        }
    }

    /// <summary>Generation counts the changes of everything but metadata and status.</summary>
    public static void SetGeneration(ApiResource resource, JsonObject json, JsonObject? existing)
    {
        if (!json.ContainsKey("spec") || (!resource.IsCustom && WithoutGeneration.Contains(resource.Plural))) return;
        var before = (long?)existing?["metadata"]?["generation"] ?? (existing is null ? 0 : 1);
        var changed = existing is null || !JsonNode.DeepEquals(json["spec"], existing["spec"]);
        json["metadata"]!["generation"] = changed ? before + 1 : before;
    }
}
