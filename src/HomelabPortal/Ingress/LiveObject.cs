using System.Text.Json.Nodes;

namespace HomelabPortal.Ingress;

/// <summary>A Kubernetes object as it stands in the cluster.</summary>
internal sealed record LiveObject(JsonObject Document)
{
    private JsonObject? Metadata => Document["metadata"] as JsonObject;

    public string Kind => Text(Document["kind"]) ?? "";

    public string Namespace => Text(Metadata?["namespace"]) ?? "";

    public string Name => Text(Metadata?["name"]) ?? "";

    public string FullName => $"{Namespace}/{Name}";

    public string? Uid => Text(Metadata?["uid"]);

    public string? ResourceVersion => Text(Metadata?["resourceVersion"]);

    public bool IsBeingDeleted => Metadata?["deletionTimestamp"] is not null;

    public string? Label(string name) => Text(Metadata?["labels"]?[name]);

    public string? Annotation(string name) => Text(Metadata?["annotations"]?[name]);

    /// <summary>The object without what the API server writes by itself: the before-image of a change.</summary>
    public JsonObject Image()
    {
        var image = Document.DeepClone().AsObject();
        image.Remove("status");
        if (image["metadata"] is JsonObject metadata)
        {
            foreach (var own in new[] { "managedFields", "resourceVersion", "generation", "creationTimestamp", "selfLink" })
                metadata.Remove(own);
        }

        return image;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
