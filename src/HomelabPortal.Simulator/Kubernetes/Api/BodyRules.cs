using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>What a body must say of itself to fit the path it was sent to.</summary>
internal static class BodyRules
{
    /// <summary>Fills in kind, apiVersion, namespace and name from the path, and refuses a body that says otherwise.</summary>
    public static void Identify(ApiRequest request, JsonObject json)
    {
        var resource = request.Resource;
        if (json["metadata"] is null) json["metadata"] = new JsonObject();
        if (json["metadata"] is not JsonObject metadata) throw Statuses.BadRequest("metadata is not an object");
        var kind = Text(json, "kind");
        var version = Text(json, "apiVersion");
        if (kind.Length > 0 && kind != resource.Kind)
            throw Statuses.BadRequest($"{kind} in version \"{version}\" cannot be handled as a {resource.Kind}: no kind \"{kind}\" is registered for it here");
        if (version.Length > 0 && version != request.ApiVersion)
            throw Statuses.BadRequest($"the API version in the data ({version}) does not match the expected API version ({request.ApiVersion})");
        (json["kind"], json["apiVersion"]) = (resource.Kind, request.ApiVersion);
        var ns = Text(metadata, "namespace");
        if (ns.Length > 0 && ns != request.Namespace)
            throw Statuses.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        if (request.Namespace is not null) metadata["namespace"] = request.Namespace;
        else metadata.Remove("namespace");
        if (request.Name is null) return;
        var name = Text(metadata, "name");
        if (name.Length > 0 && name != request.Name)
            throw Statuses.BadRequest($"the name of the object ({name}) does not match the name on the URL ({request.Name})");
        metadata["name"] = request.Name;
    }

    /// <summary>An applied body must name its version and kind, and must not carry managedFields.</summary>
    public static void CheckApplied(ApiRequest request, JsonObject json)
    {
        if (Text(json, "apiVersion") is var version && version != request.ApiVersion)
            throw Statuses.BadRequest($"Incorrect version specified in apply patch. Specified patch version: {version}, expected: {request.ApiVersion}");
        CheckSaysKind(json);
        if (json["metadata"] is JsonObject metadata && metadata["managedFields"] is not null)
            throw Statuses.BadRequest("metadata.managedFields must be nil");
    }

    /// <summary>Built-in kinds are known by the path; others must say what they are.</summary>
    public static void CheckSaysKind(JsonObject json)
    {
        if (Text(json, "kind").Length == 0) throw Statuses.BadRequest("Object 'Kind' is missing in the body");
        if (Text(json, "apiVersion").Length == 0) throw Statuses.BadRequest("Object 'apiVersion' is missing in the body");
    }

    private static string Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
