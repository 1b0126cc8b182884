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
        if (isFull) AddRecords(zone, tunnel.Id);
        return state;
    }

    private static void AddRecords(SimulatedZone zone, Guid tunnel)
    {
        Add("A", "*", LabHouse.TraefikAddress, comment: "Traefik on the LAN");
        Add("A", "pihole", LabHouse.PiholeAddress);
        Add("A", "pikvm", LabHouse.PikvmAddress, comment: "KVM of the rack");
        Add("A", "vaultwarden", LabHouse.MediaBoxAddress, comment: "On media-box, outside the cluster");
        Add("CNAME", "docs", "cowlab.github.io");
        Add("CNAME", "jellyfin", $"{tunnel}.cfargotunnel.com", isProxied: true, comment: "Tunnel");
        Add("A", "registry", LabHouse.TraefikAddress);
        Add("TXT", "a-registry", Heritage("ingress/gitea/registry"));
        Add("A", "status", LabHouse.TraefikAddress);
        Add("TXT", "a-status", Heritage("service/monitoring/uptime-kuma"));
        Add("MX", "@", "route1.mx.cloudflare.net");
        Add("TXT", "@", "\"v=spf1 include:_spf.mx.cloudflare.net ~all\"");
        Add("TXT", "_dmarc", "\"v=DMARC1; p=reject; rua=mailto:postmaster@cowlab.org\"");

        void Add(string type, string name, string content, bool isProxied = false, string? comment = null)
            => zone.Create(new JsonObject
            {
                ["type"] = type, ["name"] = name, ["content"] = content, ["proxied"] = isProxied, ["ttl"] = 1, ["comment"] = comment,
            });
    }

    private static string Heritage(string resource)
        => $"\"heritage=external-dns,external-dns/owner=cowlab,external-dns/resource={resource}\"";

    private static JsonObject TunnelDocument(bool isFull)
    {
        var rules = new JsonArray(new JsonObject { ["service"] = "http_status:404" });
        if (isFull)
            rules.Insert(0, new JsonObject
            {
                ["hostname"] = LabHouse.Host("jellyfin"),
                ["service"] = "http://traefik.traefik.svc.cluster.local:80",
                ["originRequest"] = new JsonObject(),
            });
        return new JsonObject { ["ingress"] = rules, ["warp-routing"] = new JsonObject { ["enabled"] = false } };
    }

    private static SimulatedConnector Connector(int number, TimeSpan delay, TimeProvider time)
        => new(Guid.Parse(StableId.Uid("connector/" + number)), time.GetUtcNow().AddDays(-6), delay, "203.0.113.17");
}
