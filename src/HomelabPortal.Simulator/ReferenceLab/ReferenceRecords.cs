using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab;

/// <summary>The zone's records: of every type, by several owners, and one that points at a tunnel long gone.</summary>
internal static class ReferenceRecords
{
    public static void Add(SimulatedZone zone, Guid tunnel, Guid foreignTunnel)
    {
        AddHosts(zone, tunnel);
        AddClaimed(zone, tunnel, foreignTunnel);
        AddMail(zone);
        AddServices(zone);
    }

    private static void AddHosts(SimulatedZone zone, Guid tunnel)
    {
        Text(zone, "A", "*", LabHouse.TraefikAddress, comment: "Traefik on the LAN");
        Text(zone, "A", "pihole", LabHouse.PiholeAddress);
        Text(zone, "A", "pikvm", LabHouse.PikvmAddress, comment: "KVM of the rack");
        Text(zone, "A", "vaultwarden", LabHouse.MediaBoxAddress, comment: "On media-box, outside the cluster");
        Text(zone, "CNAME", "docs", "cowlab.github.io");
        Text(zone, "CNAME", "jellyfin", Target(tunnel), isProxied: true, comment: "Tunnel");
        // The tunnel was deleted and its record forgotten.
        Text(zone, "CNAME", "old-blog", Target(Guid.Parse(StableId.Uid("tunnel/deleted"))), isProxied: true);
    }

    private static void AddClaimed(SimulatedZone zone, Guid tunnel, Guid foreignTunnel)
    {
        Text(zone, "A", "registry", LabHouse.TraefikAddress);
        Text(zone, "TXT", "a-registry", Heritage("ingress/gitea/registry"));
        Text(zone, "A", "status", LabHouse.TraefikAddress);
        Text(zone, "TXT", "a-status", Heritage("service/monitoring/uptime-kuma"));
        var printer = Text(zone, "CNAME", "printer", Target(foreignTunnel), isProxied: true);
        Text(zone, "TXT", "_managed.printer", Quoted(new JsonObject
        {
            ["DnsId"] = (string?)printer["id"], ["TunnelName"] = "workshop", ["TunnelId"] = foreignTunnel.ToString(),
        }));
        Text(zone, "CNAME", "laser", Target(foreignTunnel), isProxied: true);
        Text(zone, "TXT", "_ctic_managed.laser", Quoted(new JsonObject
        {
            ["controller"] = "strrl.dev/cloudflare-tunnel-ingress-controller", ["tunnel"] = "workshop",
        }));
    }

    private static void AddMail(SimulatedZone zone)
    {
        Mail(zone, "route1.mx.cloudflare.net", 10);
        Mail(zone, "route2.mx.cloudflare.net", 20);
        Text(zone, "TXT", "@", "\"v=spf1 include:_spf.mx.cloudflare.net ~all\"");
        Text(zone, "TXT", "_dmarc", "\"v=DMARC1; p=reject; rua=mailto:postmaster@cowlab.org\"");
    }

    private static void AddServices(SimulatedZone zone)
    {
        Data(zone, "SRV", "_minecraft._tcp", new JsonObject { ["priority"] = 0, ["weight"] = 5, ["port"] = 25565, ["target"] = LabHouse.Host("minecraft") });
        Data(zone, "CAA", "@", new JsonObject { ["flags"] = 0, ["tag"] = "issue", ["value"] = "letsencrypt.org" });
        Data(zone, "HTTPS", "vaultwarden", new JsonObject { ["priority"] = 1, ["target"] = ".", ["value"] = "alpn=\"h3,h2\"" });
    }

    private static JsonObject Text(SimulatedZone zone, string type, string name, string content, bool isProxied = false, string? comment = null)
        => zone.Create(new JsonObject { ["type"] = type, ["name"] = name, ["content"] = content, ["proxied"] = isProxied, ["ttl"] = 1, ["comment"] = comment });

    private static void Mail(SimulatedZone zone, string host, int priority)
        => zone.Create(new JsonObject { ["type"] = "MX", ["name"] = "@", ["content"] = host, ["priority"] = priority, ["ttl"] = 1 });

    private static void Data(SimulatedZone zone, string type, string name, JsonObject data)
        => zone.Create(new JsonObject { ["type"] = type, ["name"] = name, ["data"] = data, ["ttl"] = 1 });

    private static string Target(Guid tunnel) => $"{tunnel}.cfargotunnel.com";

    private static string Heritage(string resource)
        => $"\"heritage=external-dns,external-dns/owner=cowlab,external-dns/resource={resource}\"";

    private static string Quoted(JsonObject claim) => $"\"{claim.ToJsonString().Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
