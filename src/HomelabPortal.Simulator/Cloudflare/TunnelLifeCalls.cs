using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>Birth and end of tunnels, and the token their connectors need.</summary>
internal static class TunnelLifeCalls
{
    public static Answer Create(Call call)
    {
        call.Account();
        var body = call.RequiredBody;
        if ((string?)body["name"] is not { Length: > 0 and <= 100 } name) throw CloudflareErrors.BadTunnel("tunnel name is missing or too long");
        if (call.State.LiveTunnels.Any(tunnel => tunnel.Name == name)) throw CloudflareErrors.TunnelNameTaken();
        var created = call.State.CreateTunnel(name, isLocal: (string?)body["config_src"] is not "cloudflare");
        var answer = TunnelCalls.Document(call.State, created);
        answer["token"] = Token(call.State, created);
        answer["credentials_file"] = new JsonObject
        {
            ["AccountTag"] = call.State.AccountId, ["TunnelID"] = created.Id.ToString(), ["TunnelName"] = name, ["TunnelSecret"] = created.Secret,
        };
        return new Answer(answer);
    }

    public static Answer ShowToken(Call call) => new(Token(call.State, call.LiveTunnel()));

    public static Answer Delete(Call call)
    {
        var tunnel = call.LiveTunnel();
        if (tunnel.Connectors.Count > 0) throw CloudflareErrors.TunnelInUse();
        tunnel.DeletedAt = call.State.Now;
        return new Answer(TunnelCalls.Document(call.State, tunnel));
    }

    /// <summary>Dead connections are forgotten at once; a connector that runs dials in again before anybody notices.</summary>
    public static Answer CleanUp(Call call)
    {
        var tunnel = call.LiveTunnel();
        foreach (var dead in tunnel.Connectors.Where(connector => connector.IsPendingReconnect && call.Wants("client_id", connector.Id.ToString())).ToList())
            tunnel.Connectors.Remove(dead);
        return new Answer(new JsonObject());
    }

    private static string Token(CloudflareState state, SimulatedTunnel tunnel)
        => Convert.ToBase64String(Encoding.UTF8.GetBytes(
            new JsonObject { ["a"] = state.AccountId, ["t"] = tunnel.Id.ToString(), ["s"] = tunnel.Secret }.ToJsonString()));
}
