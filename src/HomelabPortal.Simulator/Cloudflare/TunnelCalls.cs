using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

internal static class TunnelCalls
{
    private static readonly string[] Colos = ["fra03", "fra10", "ams07", "ams19"];

    public static Answer List(Call call)
    {
        call.Account();
        var tunnels = call.State.Tunnels.Where(tunnel => Matches(call, tunnel)).Select(tunnel => Document(call.State, tunnel)).ToList();
        return Answer.Page(tunnels, call, 20, 1000);
    }

    public static Answer Get(Call call) => new(Document(call.State, call.Tunnel()));

    public static Answer Connections(Call call)
    {
        var tunnel = call.LiveTunnel();
        return new Answer(new JsonArray([.. tunnel.Connectors.Select(connector => (JsonNode)Connector(tunnel, connector))]));
    }

    public static Answer GetConfiguration(Call call) => new(Configuration(call.State, call.LiveTunnel()));

    public static Answer PutConfiguration(Call call)
    {
        var tunnel = call.LiveTunnel();
        tunnel.Put(call.RequiredBody["config"] as JsonObject ?? throw CloudflareErrors.BadJson());
        return new Answer(Configuration(call.State, tunnel));
    }

    private static bool Matches(Call call, SimulatedTunnel tunnel)
        => call.Wants("is_deleted", tunnel.DeletedAt is null ? "false" : "true")
            && call.Wants("name", tunnel.Name) && call.Wants("status", tunnel.Status) && call.Wants("uuid", tunnel.Id.ToString())
            && (!call.Query.TryGetValue("include_prefix", out var prefix) || tunnel.Name.StartsWith(prefix, StringComparison.Ordinal));

    internal static JsonObject Document(CloudflareState state, SimulatedTunnel tunnel) => new()
    {
        ["id"] = tunnel.Id.ToString(),
        ["account_tag"] = state.AccountId,
        ["created_at"] = Timestamps.Text(tunnel.CreatedAt),
        ["deleted_at"] = tunnel.DeletedAt is { } deleted ? Timestamps.Text(deleted) : null,
        ["name"] = tunnel.Name,
        ["connections"] = new JsonArray([.. tunnel.Connectors.SelectMany(Lines)]),
        ["conns_active_at"] = tunnel.Connectors.Count > 0 ? Timestamps.Text(tunnel.Connectors.Min(connector => connector.RunAt)) : null,
        ["conns_inactive_at"] = null,
        ["tun_type"] = "cfd_tunnel",
        ["metadata"] = new JsonObject(),
        ["status"] = tunnel.Status,
        ["remote_config"] = !tunnel.IsLocal,
        ["config_src"] = Source(tunnel),
    };

    private static JsonObject Configuration(CloudflareState state, SimulatedTunnel tunnel) => new()
    {
        ["tunnel_id"] = tunnel.Id.ToString(),
        ["version"] = tunnel.Version,
        ["config"] = tunnel.Version == 0 ? null : tunnel.Document.DeepClone(),
        ["source"] = Source(tunnel),
        ["created_at"] = Timestamps.Text(tunnel.ChangedAt),
        ["account_id"] = state.AccountId,
    };

    private static string Source(SimulatedTunnel tunnel) => tunnel.IsLocal ? "local" : "cloudflare";

    private static JsonObject Connector(SimulatedTunnel tunnel, SimulatedConnector connector) => new()
    {
        ["id"] = connector.Id.ToString(),
        ["version"] = "2025.11.1",
        ["arch"] = "linux_arm64",
        ["features"] = new JsonArray("allow_remote_config", "serialized_headers", "support_datagram_v2", "management_logs"),
        ["run_at"] = Timestamps.Text(connector.RunAt),
        ["config_version"] = tunnel.VersionOf(connector),
        ["conns"] = new JsonArray([.. Lines(connector)]),
    };

    private static IEnumerable<JsonNode> Lines(SimulatedConnector connector)
        => Colos.Select((colo, i) => (JsonNode)new JsonObject
        {
            ["id"] = StableId.Uid($"line/{connector.Id}/{i}"),
            ["uuid"] = StableId.Uid($"line/{connector.Id}/{i}"),
            ["colo_name"] = colo,
            ["is_pending_reconnect"] = connector.IsPendingReconnect,
            ["client_id"] = connector.Id.ToString(),
            ["client_version"] = "2025.11.1",
            ["opened_at"] = Timestamps.Text(connector.RunAt.AddSeconds(2 + i)),
            ["origin_ip"] = connector.OriginAddress,
        });
}
