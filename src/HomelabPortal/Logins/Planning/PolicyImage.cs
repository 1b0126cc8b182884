using System.Text.Json.Nodes;

namespace HomelabPortal.Logins.Planning;

/// <summary>A policy reduced to what decides who passes, in one order, so that two that mean the same are equal.</summary>
internal static class PolicyImage
{
    public static JsonObject Of(string name, string decision, IEnumerable<JsonNode?> include, IEnumerable<JsonNode?>? exclude = null, IEnumerable<JsonNode?>? require = null) => new()
    {
        ["name"] = name,
        ["decision"] = decision,
        ["include"] = Sorted(include),
        ["exclude"] = Sorted(exclude ?? []),
        ["require"] = Sorted(require ?? []),
    };

    public static JsonObject Of(LiveLoginPolicy live) => Of(live.Name, live.Decision, live.Include, live.Exclude, live.Require);

    public static JsonObject Rule(string kind, string? member = null, string? value = null)
    {
        var inner = new JsonObject();
        if (member is not null)
            inner[member] = value;
        return new JsonObject { [kind] = inner };
    }

    /// <summary>Cloudflare keeps no order among conditions, and addresses know no case.</summary>
    private static JsonArray Sorted(IEnumerable<JsonNode?> rules) =>
        [.. rules.OfType<JsonNode>().Select(Lowered).OrderBy(rule => rule.ToJsonString(), StringComparer.Ordinal)];

    private static JsonNode Lowered(JsonNode rule)
    {
        var copy = rule.DeepClone();
        if (copy["email"] is JsonObject mail && (string?)mail["email"] is { } address)
            mail["email"] = address.ToLowerInvariant();
        if (copy["email_domain"] is JsonObject place && (string?)place["domain"] is { } domain)
            place["domain"] = domain.ToLowerInvariant();
        return copy;
    }
}
