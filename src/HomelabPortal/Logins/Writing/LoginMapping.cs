using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.Logins.Writing;

/// <summary>Pure: the words of the client library in those of the portal, and back.</summary>
internal static class LoginMapping
{
    public static LiveLoginPolicy ToLive(AccessPolicy policy) =>
        new(policy.Id, policy.Name, policy.Decision, Rules(policy.Include), Rules(policy.Exclude), Rules(policy.Require));

    public static LiveLoginApplication ToLive(AccessApplication application) => new(
        application.Id, application.Name ?? application.Domain ?? application.Id, application.Type ?? "", application.Aud,
        [.. application.Places.Select(Place).Distinct(StringComparer.Ordinal)],
        [.. (application.Policies ?? []).OrderBy(policy => policy.Precedence ?? int.MaxValue).Select(policy => policy.Id)],
        [.. application.AllowedIdps ?? []], application.SessionDuration, [.. application.Tags ?? []]);

    /// <summary>The conditions of an image as the client sends them.</summary>
    public static IReadOnlyList<AccessRule> ToRules(JsonNode image, string member) =>
        image[member] is JsonArray rules ? [.. rules.OfType<JsonNode>().Select(rule => JsonSerializer.Deserialize<AccessRule>(rule)!)] : [];

    private static JsonArray Rules(IReadOnlyList<AccessRule>? rules) =>
        [.. (rules ?? []).Select(rule => JsonNode.Parse(rule.Document.GetRawText()))];

    /// <summary>Names know no case, paths do.</summary>
    private static string Place(string place)
    {
        var text = place.TrimEnd('/');
        var slash = text.IndexOf('/');
        return slash < 0 ? text.ToLowerInvariant() : text[..slash].ToLowerInvariant() + text[slash..];
    }
}
