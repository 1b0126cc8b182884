using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>A request, taken apart before the state is touched.</summary>
internal sealed record Call(CloudflareState State, string Path, IReadOnlyDictionary<string, string> Route, IReadOnlyDictionary<string, string> Query, JsonObject? Body)
{
    /// <summary>Who calls; set once the token was found.</summary>
    public CloudflareToken Token { get; init; } = new("", CloudflareScopes.None);

    public JsonObject RequiredBody => Body ?? throw CloudflareErrors.BadJson();

    public static async Task<Call> ReadAsync(CloudflareState state, HttpContext context)
    {
        var request = context.Request;
        return new Call(
            state,
            request.Path,
            request.RouteValues.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? ""),
            request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            request.Method is "GET" or "DELETE" ? null : await ReadBodyAsync(request, context.RequestAborted));
    }

    public int Number(string name, int missing, int least, int most)
        => Query.TryGetValue(name, out var text) && int.TryParse(text, out var number) ? Math.Clamp(number, least, most) : missing;

    /// <summary>True when the query does not ask for another value.</summary>
    public bool Wants(string name, string value)
        => !Query.TryGetValue(name, out var wanted) || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);

    public SimulatedZone Zone()
        => State.Zones.FirstOrDefault(zone => zone.Id == Route["zone"]) ?? throw CloudflareErrors.NoRoute(Path);

    public SimulatedTunnel Tunnel()
    {
        Account();
        if (!Guid.TryParse(Route["tunnel"], out var id)) throw CloudflareErrors.NoRoute(Path);
        return State.Tunnels.FirstOrDefault(tunnel => tunnel.Id == id) ?? throw CloudflareErrors.TunnelNotFound();
    }

    /// <summary>The tunnel, unless it was deleted.</summary>
    public SimulatedTunnel LiveTunnel() => Tunnel() is { DeletedAt: null } tunnel ? tunnel : throw CloudflareErrors.TunnelNotFound();

    public void Account()
    {
        if (Route["account"] != State.AccountId) throw CloudflareErrors.NoRoute(Path);
    }

    private static async Task<JsonObject?> ReadBodyAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: ct) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
