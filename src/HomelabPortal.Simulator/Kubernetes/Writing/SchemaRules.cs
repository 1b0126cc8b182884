using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Api;

namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>Checks a custom resource against its definition's schema: types, required members, enums and bounds. Unknown members are kept.</summary>
internal static class SchemaRules
{
    public static IReadOnlyList<FieldError> Check(JsonObject json, JsonNode? schema)
    {
        List<FieldError> errors = [];
        if (schema is JsonObject root) Check(json, root, "", errors);
        return errors;
    }

    private static void Check(JsonNode? value, JsonObject schema, string path, List<FieldError> errors)
    {
        if (value is null) return;
        if (!HasType(value, schema, out var expected))
        {
            errors.Add(FieldError.WrongType(path, TypeOf(value), expected));
            return;
        }
        if (schema["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
            errors.Add(FieldError.Unsupported(path, value, allowed.Select(item => item?.ToString() ?? "null")));
        switch (value)
        {
            case JsonObject map: CheckMap(map, schema, path, errors); break;
            case JsonArray list when schema["items"] is JsonObject items:
                for (var at = 0; at < list.Count; at++) Check(list[at], items, $"{path}[{at}]", errors);
                break;
            default: CheckBounds(value, schema, path, errors); break;
        }
    }

    private static void CheckMap(JsonObject map, JsonObject schema, string path, List<FieldError> errors)
    {
        foreach (var name in schema["required"] as JsonArray ?? [])
        {
            // The server itself fills the metadata.
            if ((string)name! is var key && !map.ContainsKey(key) && !(path.Length == 0 && key == "metadata")) errors.Add(FieldError.Required(Join(path, key)));
        }
        foreach (var (name, value) in map)
        {
            if (path.Length == 0 && name == "metadata") continue;
            if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is JsonObject inner) Check(value, inner, Join(path, name), errors);
        }
    }

    private static void CheckBounds(JsonNode value, JsonObject schema, string path, List<FieldError> errors)
    {
        if (JsonNumber.Of(value) is { } number)
        {
            if (JsonNumber.Of(schema["minimum"]) is { } least && number < least) errors.Add(FieldError.Invalid(path, value, $"{path} in body should be greater than or equal to {least}"));
            if (JsonNumber.Of(schema["maximum"]) is { } most && number > most) errors.Add(FieldError.Invalid(path, value, $"{path} in body should be less than or equal to {most}"));
        }
        else if (value.GetValueKind() == JsonValueKind.String && JsonNumber.Of(schema["maxLength"]) is { } longest && ((string)value!).Length > longest)
        {
            errors.Add(new FieldError("FieldValueTooLong", path, $"Too long: may not be more than {longest} bytes"));
        }
    }

    private static bool HasType(JsonNode value, JsonObject schema, out string expected)
    {
        expected = (string?)schema["type"] ?? "";
        var actual = TypeOf(value);
        if ((bool?)schema["x-kubernetes-int-or-string"] == true)
        {
            expected = "integer,string";
            return actual is "integer" or "string";
        }
        return expected.Length == 0 || actual == expected || (expected == "number" && actual == "integer");
    }

    private static string TypeOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
