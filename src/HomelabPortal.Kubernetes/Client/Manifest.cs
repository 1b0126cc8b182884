using System.Text.Json.Nodes;

namespace HomelabPortal.Kubernetes;

/// <summary>Builds the bodies of writes.</summary>
internal static class Manifest
{
    public static Task<JsonObject> ApplyAsync(ApiTransport transport, ResourceType type, JsonObject manifest, ApplyOptions options, CancellationToken cancellationToken)
    {
        var body = Prepare(type, manifest);
        var (ns, name) = Identity(type, body);
        var query = ApiRequest.Query(
            ("fieldManager", options.FieldManager),
            ("force", options.Force ? "true" : "false"),
            ("dryRun", options.DryRun ? "All" : null));
        var request = new ApiRequest(HttpMethod.Patch, type.ObjectPath(ns, name) + query, $"apply {KubernetesClient.Describe(type, ns, name)}")
        {
            Content = KubernetesClient.Json(body, "application/apply-patch+yaml"),
        };
        return transport.CallAsync(request, transport.CallTimeout, BodyReader.ReadObjectAsync, cancellationToken);
    }

    public static JsonObject DeleteOptions(DeletePreconditions preconditions)
    {
        var body = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "DeleteOptions" };
        var conditions = new JsonObject();
        if (preconditions.Uid is { } uid)
            conditions["uid"] = uid;
        if (preconditions.ResourceVersion is { } version)
            conditions["resourceVersion"] = version;
        if (conditions.Count > 0)
            body["preconditions"] = conditions;
        return body;
    }

    /// <summary>A copy that names the served version and leaves out managedFields, which the server refuses in an apply.</summary>
    private static JsonObject Prepare(ResourceType type, JsonObject manifest)
    {
        var body = (JsonObject)manifest.DeepClone();
        body["apiVersion"] = type.ApiVersion;
        body["kind"] = type.Kind;
        (body["metadata"] as JsonObject)?.Remove("managedFields");
        return body;
    }

    private static (string? Namespace, string Name) Identity(ResourceType type, JsonObject body)
    {
        var metadata = body["metadata"] as JsonObject;
        var name = (string?)metadata?["name"];
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException($"The {type.Kind} to apply has no metadata.name.", nameof(body));
        return (type.IsNamespaced ? (string?)metadata?["namespace"] : null, name);
    }
}
