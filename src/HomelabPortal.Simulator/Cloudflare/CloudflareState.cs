using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare.Access;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>One Cloudflare account: tokens, zones, tunnels. Tests may change it directly while holding <see cref="Gate"/>.</summary>
public sealed class CloudflareState
{
    private readonly TimeProvider _time;
    private readonly List<SimulatedZone> _zones = [];
    private readonly List<SimulatedTunnel> _tunnels = [];

    public CloudflareState(TimeProvider time, int callsPerFiveMinutes = 1200)
    {
        _time = time;
        Rate = new RateWindow(time, callsPerFiveMinutes);
        Access = new AccessState(time);
    }

    /// <summary>Held while a request is answered, so that no caller sees half a change.</summary>
    public Lock Gate { get; } = new();

    public string AccountId { get; init; } = "9a7806061c88ada191ed06f989cc3dac";

    public string AccountName { get; init; } = "Cowlab";

    public IList<CloudflareToken> Tokens { get; } = [];

    public IReadOnlyList<SimulatedZone> Zones => _zones;

    public IReadOnlyList<SimulatedTunnel> Tunnels => _tunnels;

    /// <summary>Applications, policies and all else of Access.</summary>
    public AccessState Access { get; }

    internal IEnumerable<SimulatedTunnel> LiveTunnels => _tunnels.Where(tunnel => tunnel.DeletedAt is null);

    internal DateTimeOffset Now => _time.GetUtcNow();

    internal RateWindow Rate { get; }

    public SimulatedZone AddZone(string name)
    {
        var zone = new SimulatedZone(StableId.Hex("zone/" + name, 32), name, _time);
        _zones.Add(zone);
        return zone;
    }

    /// <summary>The zone leaves the account, its records with it.</summary>
    public void RemoveZone(SimulatedZone zone) => _zones.Remove(zone);

    /// <summary>A tunnel that no connector has ever served.</summary>
    internal SimulatedTunnel CreateTunnel(string name, bool isLocal)
    {
        var tunnel = new SimulatedTunnel(Guid.Parse(StableId.Uid($"tunnel/{name}/{_tunnels.Count}")), name, [], version: 0, _time) { CreatedAt = Now, IsLocal = isLocal };
        _tunnels.Add(tunnel);
        return tunnel;
    }

    public SimulatedTunnel AddTunnel(string name, JsonObject document, int version)
    {
        var tunnel = new SimulatedTunnel(Guid.Parse(StableId.Uid("tunnel/" + name)), name, document, version, _time);
        _tunnels.Add(tunnel);
        return tunnel;
    }
}
