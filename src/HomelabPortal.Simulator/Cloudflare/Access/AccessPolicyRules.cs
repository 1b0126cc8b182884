using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare.Access;

/// <summary>Turns what a caller sent into the reusable policy Cloudflare would keep, or refuses it.</summary>
internal static class AccessPolicyRules
{
    private static readonly string[] Decisions = ["allow", "deny", "non_identity", "bypass"];
    private static readonly string[] SetByCloudflare = ["id", "uid", "created_at", "updated_at", "app_count", "reusable"];

    public static JsonObject Complete(JsonObject sent)
    {
        if ((string?)sent["name"] is not { Length: > 0 }) throw CloudflareErrors.InvalidAccess("name is required");
        if (!Decisions.Contains((string?)sent["decision"])) throw CloudflareErrors.InvalidAccess("decision must be allow, deny, non_identity or bypass");
        if (sent["include"] is not JsonArray { Count: > 0 }) throw CloudflareErrors.InvalidAccess("include must hold at least one rule");
        foreach (var part in new[] { "include", "require", "exclude" })
            if ((sent[part] as JsonArray ?? []).Any(rule => rule is not JsonObject { Count: 1 })) throw CloudflareErrors.InvalidAccess($"a rule of {part} is not valid");
        var kept = new JsonObject { ["require"] = new JsonArray(), ["exclude"] = new JsonArray() };
        foreach (var (member, value) in sent)
            if (value is not null && !SetByCloudflare.Contains(member)) kept[member] = value.DeepClone();
        return kept;
    }
}
