using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes;

/// <summary>The metadata the server itself writes: uid, creationTimestamp, generation.</summary>
internal static class ObjectIdentity
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat);

    /// <summary>Completes an object that is about to be written over <paramref name="existing"/>.</summary>
    public static JsonObject Complete(JsonObject json, JsonObject? existing, KubernetesStore store)
    {
        var metadata = json["metadata"]!.AsObject();
        var before = existing?["metadata"]?.AsObject();
        metadata["uid"] = before?["uid"]?.DeepClone() ?? metadata["uid"]?.DeepClone() ?? store.NewUid();
        metadata["creationTimestamp"] = before?["creationTimestamp"]?.DeepClone()
            ?? metadata["creationTimestamp"]?.DeepClone() ?? Timestamp(store.Time.GetUtcNow());
        SetGeneration(json, existing);
        return json;
    }

    /// <summary>Generation counts the changes of everything but metadata and status. Kinds without a spec have none.</summary>
    public static void SetGeneration(JsonObject json, JsonObject? existing)
    {
        if (!json.ContainsKey("spec")) return;
        var metadata = json["metadata"]!.AsObject();
        var before = (long?)existing?["metadata"]?["generation"] ?? (existing is null ? 0 : 1);
        var changed = existing is null || !JsonNode.DeepEquals(json["spec"], existing["spec"]);
        metadata["generation"] = changed ? before + 1 : before;
    }
}
