using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab;

/// <summary>The lab's account: the zone cowlab.org, records of several owners, the tunnel with two connectors.</summary>
internal static class ReferenceCloudflare
{
    public static CloudflareState Create(TimeProvider time, string token, TimeSpan connectorDelay, bool isFull = true)
    {
        var state = new CloudflareState(time);
        state.Tokens.Add(new CloudflareToken(token, CloudflareScopes.All));
        var tunnel = state.AddTunnel("homelab", TunnelDocument(isFull), version: 7);
        tunnel.Connectors.Add(Connector(1, connectorDelay, time));
        tunnel.Connectors.Add(Connector(2, connectorDelay * 1.5, time));
        var zone = state.AddZone(LabHouse.Zone);
        ReferenceAccess.SetUp(state.Access);
        if (!isFull) return state;
        ReferenceRecords.Add(zone, tunnel.Id, AddWorkshop(state, connectorDelay, time).Id);
        ReferenceAccess.Fill(state.Access);
        return state;
    }

    /// <summary>Somebody else's tunnel in the same account, with a connector elsewhere.</summary>
    private static SimulatedTunnel AddWorkshop(CloudflareState state, TimeSpan delay, TimeProvider time)
    {
        var document = new JsonObject
        {
            ["ingress"] = new JsonArray(
                Rule(LabHouse.Host("printer"), "http://octoprint.workshop:5000"),
                Rule(LabHouse.Host("laser"), "http://lightburn.workshop:8080"),
                new JsonObject { ["service"] = "http_status:404" }),
            ["warp-routing"] = new JsonObject { ["enabled"] = false },
        };
        var tunnel = state.AddTunnel("workshop", document, version: 3);
        tunnel.Connectors.Add(Connector(3, delay, time));
        return tunnel;
    }

    private static JsonObject Rule(string hostname, string service)
        => new() { ["hostname"] = hostname, ["service"] = service, ["originRequest"] = new JsonObject() };

    private static JsonObject TunnelDocument(bool isFull)
    {
        var rules = new JsonArray(new JsonObject { ["service"] = "http_status:404" });
        if (isFull)
            rules.Insert(0, Rule(LabHouse.Host("jellyfin"), "http://traefik.traefik.svc.cluster.local:80"));
        return new JsonObject { ["ingress"] = rules, ["warp-routing"] = new JsonObject { ["enabled"] = false } };
    }

    private static SimulatedConnector Connector(int number, TimeSpan delay, TimeProvider time)
        => new(Guid.Parse(StableId.Uid("connector/" + number)), time.GetUtcNow().AddDays(-6), delay, "203.0.113.17");
}
