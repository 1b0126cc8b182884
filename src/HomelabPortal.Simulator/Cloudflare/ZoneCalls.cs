using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

internal static class ZoneCalls
{
    public static Answer List(Call call)
    {
        var zones = call.State.Zones.Where(zone => Matches(call, zone)).Select(zone => Document(call.State, zone)).ToList();
        return Answer.Page(zones, call, 20, 50);
    }

    public static Answer Get(Call call) => new(Document(call.State, call.Zone()));

    private static bool Matches(Call call, SimulatedZone zone)
        => call.Wants("name", zone.Name) && call.Wants("status", zone.Status) && call.Wants("account.id", call.State.AccountId);

    private static JsonObject Document(CloudflareState state, SimulatedZone zone) => new()
    {
        ["id"] = zone.Id,
        ["name"] = zone.Name,
        ["status"] = zone.Status,
        ["paused"] = zone.IsPaused,
        ["type"] = "full",
        ["development_mode"] = 0,
        ["name_servers"] = new JsonArray("dana.ns.cloudflare.com", "rick.ns.cloudflare.com"),
        ["original_name_servers"] = null,
        ["original_registrar"] = null,
        ["original_dnshost"] = null,
        ["created_on"] = zone.CreatedOn,
        ["modified_on"] = zone.CreatedOn,
        ["activated_on"] = zone.CreatedOn,
        ["meta"] = new JsonObject { ["step"] = 2, ["custom_certificate_quota"] = 0, ["page_rule_quota"] = 3, ["phishing_detected"] = false },
        ["owner"] = new JsonObject { ["id"] = state.AccountId, ["type"] = "user" },
        ["account"] = new JsonObject { ["id"] = state.AccountId, ["name"] = state.AccountName },
    };
}
