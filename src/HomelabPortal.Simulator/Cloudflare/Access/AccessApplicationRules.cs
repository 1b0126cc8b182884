using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare.Access;

/// <summary>Turns what a caller sent into the application Cloudflare would keep, or refuses it. What is not sent goes to its default.</summary>
internal static class AccessApplicationRules
{
    private const int MostPlaces = 5;
    private static readonly string[] SetByCloudflare = ["id", "uid", "aud", "created_at", "updated_at"];

    /// <param name="id">The application that is replaced; null for a new one.</param>
    public static JsonObject Complete(JsonObject sent, AccessState state, string? id)
    {
        if ((string?)sent["type"] is not { Length: > 0 } type) throw CloudflareErrors.InvalidAccess("type is required");
        var domain = Domain(sent);
        var kept = new JsonObject
        {
            ["name"] = (string?)sent["name"] ?? domain,
            ["domain"] = domain,
            ["type"] = type,
            ["session_duration"] = "24h",
            ["allowed_idps"] = new JsonArray(),
            ["auto_redirect_to_identity"] = false,
            ["app_launcher_visible"] = true,
            ["enable_binding_cookie"] = false,
            ["http_only_cookie_attribute"] = true,
            ["tags"] = new JsonArray(),
            ["policies"] = new JsonArray(),
            // Without this list the older one rules.
            ["destinations"] = new JsonArray(new JsonObject { ["type"] = "public", ["uri"] = domain }),
        };
        foreach (var (member, value) in sent)
            if (value is not null && !SetByCloudflare.Contains(member)) kept[member] = value.DeepClone();
        kept["policies"] = new JsonArray([.. PolicyIds(sent).Select(policy => (JsonNode)policy)]);
        var places = Places(kept);
        kept["self_hosted_domains"] = new JsonArray([.. places.Select(place => (JsonNode)place)]);
        Check(kept, places, state, id);
        return kept;
    }

    private static void Check(JsonObject kept, List<string> places, AccessState state, string? id)
    {
        if (places.Count > MostPlaces) throw CloudflareErrors.InvalidAccess($"an application has at most {MostPlaces} destinations");
        if (state.Applications.All.Any(other => (string?)other["id"] != id && Places(other).Intersect(places, StringComparer.OrdinalIgnoreCase).Any()))
            throw CloudflareErrors.AccessDomainTaken();
        foreach (var tag in Texts(kept["tags"]))
            if (!state.Tags.Contains(tag)) throw CloudflareErrors.InvalidAccess($"tag {tag} does not exist");
        foreach (var policy in Texts(kept["policies"]))
            if (!state.Policies.Has(policy)) throw CloudflareErrors.InvalidAccess($"policy {policy} does not exist");
        var providers = Texts(kept["allowed_idps"]);
        if (providers.Find(provider => !state.IdentityProviders.Has(provider)) is { } unknown)
            throw CloudflareErrors.InvalidAccess($"identity provider {unknown} does not exist");
        if (kept["auto_redirect_to_identity"]?.GetValueKind() is JsonValueKind.True && providers.Count != 1)
            throw CloudflareErrors.InvalidAccess("auto_redirect_to_identity needs exactly one identity provider in allowed_idps");
    }

    private static string Domain(JsonObject sent)
        => (string?)sent["domain"] is { Length: > 0 } domain && RecordName.IsHost(domain.Split('/')[0].Replace("*.", "", StringComparison.Ordinal))
            ? domain
            : throw CloudflareErrors.InvalidAccess("domain is not a valid host name");

    private static List<string> Places(JsonObject application)
        => [.. (application["destinations"] as JsonArray ?? []).Select(place => (string?)place?["uri"]).OfType<string>().Distinct()];

    private static IEnumerable<string> PolicyIds(JsonObject sent)
        => (sent["policies"] as JsonArray ?? []).Select((policy, index) => (Id: policy switch
        {
            JsonValue value => (string?)value,
            JsonObject link => (string?)link["id"],
            _ => null,
        } ?? throw CloudflareErrors.InvalidAccess("only reusable policies can be given"), Rank: (int?)(policy as JsonObject)?["precedence"] ?? index + 1))
            .OrderBy(policy => policy.Rank).Select(policy => policy.Id);

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => (string?)item).OfType<string>()];
}
