using System.Globalization;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>The Status documents of the API, with the real server's reasons and wording.</summary>
internal static class Statuses
{
    public static StatusException NotFound(ApiResource resource, string name) =>
        Failure(404, "NotFound", $"{resource.QualifiedName} \"{name}\" not found", Details(resource, name));

    public static StatusException NoSuchResource() =>
        Failure(404, "NotFound", "the server could not find the requested resource", []);

    public static StatusException AlreadyExists(ApiResource resource, string name) =>
        Failure(409, "AlreadyExists", $"{resource.QualifiedName} \"{name}\" already exists", Details(resource, name));

    public static StatusException Conflict(ApiResource resource, string name, string why) =>
        Failure(409, "Conflict", $"Operation cannot be fulfilled on {resource.QualifiedName} \"{name}\": {why}", Details(resource, name));

    public static StatusException Modified(ApiResource resource, string name) =>
        Conflict(resource, name, "the object has been modified; please apply your changes to the latest version and try again");

    /// <summary>A delete that meant another object, or another version of it.</summary>
    public static StatusException DeletePrecondition(ApiResource resource, string name, string field, string wanted, string actual, string hint)
    {
        // Here, unlike anywhere else, the real server names the kind where the resource belongs.
        var details = Details(resource, name);
        details["kind"] = resource.Kind;
        var qualified = resource.Group.Length == 0 ? resource.Kind : $"{resource.Kind}.{resource.Group}";
        return Failure(409, "Conflict",
            $"Operation cannot be fulfilled on {qualified} \"{name}\": the {field} in the precondition ({wanted}) does not match the {field} in record ({actual}). The object might have been {hint}", details);
    }

    public static StatusException Precondition(ApiResource resource, string name, string field, string wanted, string actual) =>
        Conflict(resource, name, $"Precondition failed: {field} in precondition: {wanted}, {field} in object meta: {actual}");

    public static StatusException Invalid(ApiResource resource, string name, IReadOnlyList<FieldError> errors) =>
        Invalid(resource.Kind, resource.Group, name, errors);

    /// <summary>Here the real server names the resource where the kind belongs.</summary>
    public static StatusException MissingVersion(ApiResource resource, string name) => Invalid(resource.Plural, resource.Group, name,
        [new FieldError("FieldValueInvalid", "metadata.resourceVersion", "Invalid value: 0x0: must be specified for an update")]);

    public static StatusException InvalidOptions(string kind, params IReadOnlyList<FieldError> errors) => Invalid(kind, "meta.k8s.io", "", errors);

    public static StatusException BadRequest(string message) => Failure(400, "BadRequest", message);

    public static StatusException Unauthorized() => Failure(401, "Unauthorized", "Unauthorized");

    public static StatusException Forbidden(ApiResource? resource, string? name, string message) =>
        Failure(403, "Forbidden", message, resource is null ? [] : Details(resource, name));

    public static StatusException MethodNotAllowed() =>
        Failure(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", []);

    public static StatusException UnsupportedMediaType(string accepted) =>
        Failure(415, "UnsupportedMediaType", $"the body of the request was in an unknown format - accepted media types include: {accepted}");

    public static StatusException Expired(long wanted, long oldest) =>
        Failure(410, "Expired", string.Create(CultureInfo.InvariantCulture, $"too old resource version: {wanted} ({oldest})"));

    public static StatusException TokenExpired(string inconsistentToken)
    {
        var expired = Failure(410, "Expired",
            "The provided continue parameter is too old to display a consistent list result. "
            + "You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. "
            + "Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted "
            + "between the time the first chunk was returned and now may show up in the list.");
        expired.Status["metadata"] = new JsonObject { ["continue"] = inconsistentToken };
        return expired;
    }

    public static StatusException TooLarge(long wanted, long current) =>
        Failure(504, "Timeout", string.Create(CultureInfo.InvariantCulture, $"Timeout: Too large resource version: {wanted}, current: {current}"), new JsonObject
        {
            ["causes"] = new JsonArray(new JsonObject { ["reason"] = "ResourceVersionTooLarge", ["message"] = "Too large resource version" }),
            ["retryAfterSeconds"] = 1,
        });

    public static StatusException ApplyConflict(string message, JsonArray causes) =>
        Failure(409, "Conflict", message, new JsonObject { ["causes"] = causes });

    public static StatusException Internal(string message) =>
        Failure(500, "InternalError", "Internal error occurred: " + message, new JsonObject { ["causes"] = new JsonArray(new JsonObject { ["message"] = message }) });

    public static StatusException Failure(int code, string reason, string message, JsonObject? details = null)
    {
        var status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = message,
        };
        if (reason.Length > 0) status["reason"] = reason;
        if (details is not null) status["details"] = details;
        status["code"] = code;
        return new StatusException(status);
    }

    public static JsonObject Deleted(ApiResource resource, string name, string uid)
    {
        var details = Details(resource, name);
        details["uid"] = uid;
        return Success(details);
    }

    public static JsonObject Success(JsonObject? details = null)
    {
        var status = new JsonObject { ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success" };
        if (details is not null) status["details"] = details;
        else status["code"] = 201;
        return status;
    }

    private static StatusException Invalid(string kind, string group, string name, IReadOnlyList<FieldError> errors)
    {
        var qualified = group.Length == 0 ? kind : $"{kind}.{group}";
        var faults = errors.Count == 1 ? errors[0].ToString() : $"[{string.Join(", ", errors)}]";
        var details = new JsonObject { ["name"] = name, ["group"] = group, ["kind"] = kind, ["causes"] = new JsonArray([.. errors.Select(error => error.ToCause())]) };
        if (group.Length == 0) details.Remove("group");
        if (name.Length == 0) details.Remove("name");
        return Failure(422, "Invalid", $"{qualified} \"{name}\" is invalid: {faults}", details);
    }

    private static JsonObject Details(ApiResource resource, string? name)
    {
        var details = new JsonObject();
        if (!string.IsNullOrEmpty(name)) details["name"] = name;
        if (resource.Group.Length > 0) details["group"] = resource.Group;
        details["kind"] = resource.Plural;
        return details;
    }
}
