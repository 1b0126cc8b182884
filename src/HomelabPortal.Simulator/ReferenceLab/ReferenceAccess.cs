using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare.Access;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab;

/// <summary>The account's Zero Trust: sign-in by one-time PIN, and Jellyfin guarded by hand before the portal came.</summary>
internal static class ReferenceAccess
{
    public static void SetUp(AccessState access)
    {
        access.Organization = new JsonObject
        {
            ["name"] = "Cowlab",
            ["auth_domain"] = "cowlab.cloudflareaccess.com",
            ["session_duration"] = "24h",
            ["is_ui_read_only"] = false,
            ["auto_redirect_to_identity"] = false,
            ["created_at"] = "2025-06-14T08:12:43Z",
            ["updated_at"] = "2026-02-01T19:40:10Z",
        };
        access.IdentityProviders.Add(new JsonObject { ["name"] = "One-time PIN", ["type"] = "onetimepin", ["config"] = new JsonObject() });
    }

    public static void Fill(AccessState access)
    {
        var family = access.Groups.Add(new JsonObject
        {
            ["name"] = "Family",
            ["include"] = new JsonArray(Email("ada@cowlab.org"), Email("ben@cowlab.org")),
            ["require"] = new JsonArray(),
            ["exclude"] = new JsonArray(),
        });
        access.ServiceTokens.Add(new JsonObject
        {
            ["name"] = "Backup job", ["client_id"] = StableId.Hex("client/backup", 32) + ".access", ["expires_at"] = "2027-06-14T08:12:43Z", ["duration"] = "8760h",
        });
        var policy = access.AddPolicy(new JsonObject
        {
            ["name"] = "Family",
            ["decision"] = "allow",
            ["include"] = new JsonArray(new JsonObject { ["group"] = new JsonObject { ["id"] = (string?)family["id"] } }),
            ["session_duration"] = "168h",
        });
        access.AddApplication(new JsonObject
        {
            ["name"] = "Jellyfin",
            ["type"] = "self_hosted",
            ["domain"] = LabHouse.Host("jellyfin"),
            ["session_duration"] = "168h",
            ["custom_deny_message"] = "Ask Ada for access.",
            ["policies"] = new JsonArray((string?)policy["id"]),
        });
    }

    private static JsonObject Email(string address) => new() { ["email"] = new JsonObject { ["email"] = address } };
}
