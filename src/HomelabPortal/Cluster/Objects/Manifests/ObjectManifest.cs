using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>One object as a person may see it.</summary>
/// <param name="Json">Every field, without a secret's data; values that look like secrets are masked unless they were asked for.</param>
/// <param name="Masked">How many values are masked, or would be.</param>
/// <param name="IsRevealed">True when those are shown.</param>
public sealed record ObjectManifest(JsonObject Json, int Masked, bool IsRevealed)
{
    /// <summary>As the portal reads it of watched objects.</summary>
    public ObjectMeta Metadata { get; } = ResourceTypes.Partial(ResourceTypes.Pods).Decode(Encoding.UTF8.GetBytes(Json.ToJsonString())).Metadata;

    /// <summary>The tools that have written fields of it; empty when the server does not say.</summary>
    public IReadOnlyList<string> FieldManagers { get; } = Json["metadata"]?["managedFields"] is JsonArray entries
        ? [.. entries.OfType<JsonObject>().Select(entry => entry["manager"]?.GetValueKind() == JsonValueKind.String ? entry["manager"]!.GetValue<string>() : "").Where(name => name.Length > 0).Distinct()]
        : [];

    /// <summary>The same without the record of who wrote which field, which is often longer than the object.</summary>
    public JsonObject WithoutManagedFields()
    {
        var folded = Json.DeepClone().AsObject();
        (folded["metadata"] as JsonObject)?.Remove("managedFields");
        return folded;
    }
}
