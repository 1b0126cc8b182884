using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Cloudflare;

/// <summary>Access objects as they go back: everything that came but what Cloudflare alone sets.</summary>
internal static class AccessBodies
{
    private static readonly string[] SetByCloudflare = ["id", "uid", "aud", "created_at", "updated_at", "app_count", "reusable"];

    public static byte[] Of(AccessApplication application)
    {
        var body = Writable(application, CloudflareJson.Wire.AccessApplication);
        if (application.Policies is { } policies)
            body["policies"] = new JsonArray([.. InOrder(policies)]);
        return Bytes(body);
    }

    public static byte[] Of(AccessPolicy policy) => Bytes(Writable(policy, CloudflareJson.Wire.AccessPolicy));

    // A policy that was read holds its rules; sent back whole it would be taken for a new one of the application's own.
    private static IEnumerable<JsonNode?> InOrder(IReadOnlyList<AccessApplicationPolicy> policies) =>
        policies.Select((policy, index) => (JsonNode)new JsonObject
        {
            ["id"] = JsonValue.Create(policy.Id, CloudflareJson.Wire.String),
            ["precedence"] = JsonValue.Create(index + 1, CloudflareJson.Wire.Int32),
        });

    private static JsonObject Writable<T>(T value, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToNode(value, type)!.AsObject();
        foreach (var member in SetByCloudflare)
            body.Remove(member);
        return body;
    }

    private static byte[] Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, CloudflareJson.Wire.JsonObject);
}
