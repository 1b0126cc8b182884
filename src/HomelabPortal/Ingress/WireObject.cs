using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress;

/// <summary>An object of a list with every field, because drift can be in any of them.</summary>
internal sealed class WireObject : IKubernetesObject
{
    [JsonExtensionData]
    public JsonObject Members { get; set; } = [];

    ObjectMeta IKubernetesObject.Metadata => ObjectMeta.Empty;

    /// <summary>The items of a list do not always say what they are.</summary>
    public LiveObject ToLive(ResourceType type)
    {
        var document = new JsonObject { ["apiVersion"] = type.ApiVersion, ["kind"] = type.Kind };
        foreach (var (name, value) in Members)
            document[name] = value?.DeepClone();
        (document["metadata"] as JsonObject)?.Remove("managedFields");
        return new LiveObject(document);
    }
}
