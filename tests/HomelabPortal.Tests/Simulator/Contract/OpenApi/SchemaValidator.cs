using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Contract.OpenApi;

/// <summary>
/// Checks a value against a schema of the OpenAPI 3 or Swagger 2 dialect.
/// It is strict: a member that no part of the schema declares is a violation, unless the schema says that anything goes.
/// </summary>
internal sealed class SchemaValidator(ApiDocument document, Direction direction)
{
    public IReadOnlyList<Violation> Check(JsonNode? value, JsonNode schema) => Check(value, [schema], "", isStrict: true);

    private List<Violation> Check(JsonNode? value, IReadOnlyList<JsonNode> schemas, string at, bool isStrict)
    {
        var found = new List<Violation>();
        var flat = new List<JsonObject>();
        foreach (var schema in schemas) Flatten(value, schema, flat, found, at);
        if (value is null)
        {
            if (flat.Exists(schema => IsTyped(schema) && !IsNullable(schema)) && !schemas.All(AllowsNull)) found.Add(new Violation(at, "is null"));
            return found;
        }
        foreach (var schema in flat)
            found.AddRange(ScalarRules.Check(value, schema).Select(says => new Violation(at, says)));
        if (value is JsonObject members) CheckMembers(members, flat, found, at, isStrict);
        if (value is JsonArray items)
        {
            var wanted = flat.Select(schema => schema["items"]).OfType<JsonNode>().ToList();
            for (var i = 0; i < items.Count; i++) found.AddRange(Check(items[i], wanted, $"{at}/{i}", isStrict));
        }
        return found;
    }

    /// <summary>Collects everything a value must satisfy: the schema, its allOf, and the branches of oneOf and anyOf that fit.</summary>
    private void Flatten(JsonNode? value, JsonNode schema, List<JsonObject> flat, List<Violation> found, string at)
    {
        var resolved = document.Resolve(schema).AsObject();
        flat.Add(resolved);
        if (resolved["not"] is { } unwanted && value is not null && Check(value, [unwanted], at, isStrict: false).Count == 0) found.Add(new Violation(at, "is what it must not be"));
        foreach (var part in resolved["allOf"] as JsonArray ?? []) Flatten(value, part!, flat, found, at);
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            if (resolved[keyword] is not JsonArray branches) continue;
            var fitting = branches.Where(branch => Check(value, [branch!], at, isStrict: false).Count == 0).ToList();
            if (fitting.Count == 0) found.AddRange(Nearest(value, branches, at, keyword));
            if (fitting.Count > 1 && keyword is "oneOf") found.Add(new Violation(at, $"fits {fitting.Count} branches of oneOf"));
            foreach (var branch in fitting) Flatten(value, branch!, flat, found, at);
        }
    }

    /// <summary>Says what is wrong with the branch that comes nearest, for the other branches would only confuse.</summary>
    private List<Violation> Nearest(JsonNode? value, JsonArray branches, string at, string keyword)
        => [new Violation(at, $"fits no branch of {keyword}; nearest:"), .. branches.Select(branch => Check(value, [branch!], at, isStrict: false)).MinBy(violations => violations.Count)!];

    private void CheckMembers(JsonObject members, List<JsonObject> flat, List<Violation> found, string at, bool isStrict)
    {
        var isOpen = !flat.Exists(schema => schema["properties"] is not null)
            || flat.Exists(schema => (bool?)schema["x-kubernetes-preserve-unknown-fields"] == true);
        foreach (var schema in flat)
            foreach (var required in schema["required"] as JsonArray ?? [])
                if (!members.ContainsKey((string)required!) && !(direction is Direction.Request && IsReadOnly(flat, (string)required!)))
                    found.Add(new Violation(at, $"lacks {required}"));
        foreach (var (name, value) in members)
        {
            var declared = flat.Select(schema => schema["properties"]?[name]).OfType<JsonNode>().ToList();
            if (declared.Count == 0)
                declared.AddRange(flat.Select(schema => schema["additionalProperties"]).OfType<JsonObject>());
            var isForbidden = flat.Exists(schema => schema["additionalProperties"]?.GetValueKind() is System.Text.Json.JsonValueKind.False);
            var isAllowed = isOpen || flat.Exists(schema => schema["additionalProperties"]?.GetValueKind() is System.Text.Json.JsonValueKind.True);
            if (declared.Count == 0 && (isForbidden || (isStrict && !isAllowed))) found.Add(new Violation($"{at}/{name}", "is not declared"));
            if (direction is Direction.Request && IsReadOnly(flat, name)) found.Add(new Violation($"{at}/{name}", "is read-only and must not be sent"));
            found.AddRange(Check(value, declared, $"{at}/{name}", isStrict));
        }
    }

    private bool IsReadOnly(List<JsonObject> flat, string name)
        => flat.Exists(schema => schema["properties"]?[name] is { } property && (bool?)document.Resolve(property)["readOnly"] == true);

    private bool AllowsNull(JsonNode schema)
    {
        var resolved = document.Resolve(schema).AsObject();
        return IsNullable(resolved) || (resolved["allOf"] is JsonArray parts && parts.All(part => AllowsNull(part!)));
    }

    private static bool IsTyped(JsonObject schema) => schema["type"] is not null || schema["enum"] is not null;

    private static bool IsNullable(JsonObject schema)
        => (bool?)schema["nullable"] == true || (bool?)schema["x-nullable"] == true || (schema["enum"] is JsonArray allowed && allowed.Contains(null));
}
