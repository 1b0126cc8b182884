using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare.Access;

namespace HomelabPortal.Simulator.Edge;

/// <summary>Whether Access stands in front of a request. The most specific application decides, and a bypass lets everybody in.</summary>
internal static class EdgeGuard
{
    /// <summary>Where the visitor is sent to sign in; null when nobody asks.</summary>
    public static string? LoginOf(AccessState access, string host, string path)
    {
        var found = access.StoredApplications.Where(application => (string?)application["type"] == "self_hosted")
            .SelectMany(application => Places(application).Select(place => (Application: application, Place: place)))
            .Where(pair => Covers(pair.Place, host, path))
            .OrderByDescending(pair => !pair.Place.StartsWith("*.", StringComparison.Ordinal)).ThenByDescending(pair => pair.Place.Length)
            .Select(pair => pair.Application)
            .FirstOrDefault();
        if (found is null || Decisions(access, found).FirstOrDefault() == "bypass")
            return null;
        var team = (string?)access.Organization?["auth_domain"] ?? "team.cloudflareaccess.com";
        return $"https://{team}/cdn-cgi/access/login/{host}?kid={(string?)found["aud"]}&redirect_url={Uri.EscapeDataString(path)}";
    }

    private static IEnumerable<string> Places(JsonObject application) =>
        (application["destinations"] as JsonArray ?? []).Select(place => (string?)place?["uri"]).OfType<string>();

    private static IEnumerable<string?> Decisions(AccessState access, JsonObject application) =>
        (application["policies"] as JsonArray ?? []).Select(id => access.StoredPolicies.FirstOrDefault(policy => (string?)policy["id"] == (string?)id)).Select(policy => (string?)policy?["decision"]);

    private static bool Covers(string place, string host, string path)
    {
        var (domain, below) = place.Split('/', 2) is [var first, var rest] ? (first, "/" + rest.TrimEnd('*', '/')) : (place, "");
        var coversHost = domain == host || (domain.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(domain[1..], StringComparison.Ordinal) && !host[..^(domain.Length - 1)].Contains('.'));
        return coversHost && (below.Length <= 1 || path == below || path.StartsWith(below + "/", StringComparison.Ordinal));
    }
}
