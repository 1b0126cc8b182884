using System.Text.Json.Nodes;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Hostnames;

/// <summary>A small lab said in JSON: records, tunnels, routes and what is wanted.</summary>
internal static class HostWorld
{
    public const string Zone = "cowlab.org";
    public const string TunnelId = "11111111-2222-3333-4444-555555555555";
    public const string Ingress = "http://traefik.traefik.svc.cluster.local:80";
    private const string LanAddress = "10.0.0.99";

    public static HostnameFacts Read(JsonObject world) => new HostnameFacts
    {
        Dns = new DnsState([new DnsZone("z1", Zone, "active", false, [.. Rows(world, "records").Select(Record)])]),
        Tunnels = new TunnelState("acc1", [.. (world["tunnels"] as JsonArray ?? []).OfType<JsonObject>().Select(Tunnel)], TunnelId, null),
        Ingress = new IngressState(true, null, [.. Rows(world, "routes").Select(row => Route(row[0], row[1], row.ElementAtOrDefault(2)))], SourceStatus.Live),
        Desired = new DesiredState
        {
            Instance = "inst0001",
            Exposures = [.. Rows(world, "exposures").Select((row, index) => Exposure(row[0], row[1], index))],
        },
        Reconcile = new ReconcileStatus { LastPassAt = GoldenCase.Now },
        Access = world["guards"] is JsonArray guards ? new AccessSight([.. guards.Select(row => new AccessGuard((string)row![0]!, (string)row[1]!, (string?)row[2] ?? ""))], null) : new AccessSight([], null),
        LanAddresses = world["lan"] is JsonArray lan ? [.. lan.Select(address => (string)address!)] : [LanAddress],
        IngressOrigins = ["traefik.traefik.svc.cluster.local"],
        DnsFault = (string?)world["dnsFault"], TunnelFault = (string?)world["tunnelFault"], IngressFault = (string?)world["ingressFault"],
        Now = GoldenCase.Now,
    };

    /// <summary>[type, name without the zone, content, proxied].</summary>
    public static LiveRecord Record(string[] row, int index) => new(
        $"r{index}", row[1] == "@" ? Zone : $"{row[1]}.{Zone}",
        new DnsValue(row[0], row[2] == "tunnel" ? $"{TunnelId}.cfargotunnel.com" : row[2], 1, row.Length > 3).Normalised(),
        row.ElementAtOrDefault(4));

    public static LiveTunnel Tunnel(JsonObject tunnel) => new(
        (string?)tunnel["id"] ?? TunnelId, (string?)tunnel["name"] ?? "home", "healthy", (bool?)tunnel["isLocal"] != true,
        new JsonObject { ["ingress"] = new JsonArray([.. (tunnel["rules"] as JsonArray ?? []).Select(rule => Rule(rule!.AsArray())), new JsonObject { ["service"] = "http_status:404" }]) }, 3,
        [new LiveConnector("c1", 3) { Connections = [new LiveConnection("fra08", "203.0.113.17", null)] }]);

    /// <param name="middleware">What it does, such as "forwardAuth"; null for none.</param>
    public static IngressRouteView Route(string name, string match, string? middleware = null)
    {
        var rule = TraefikRule.Known(match);
        var (ns, own) = (name.Split('/')[0], name.Split('/')[1]);
        ValueList<RouteMiddleware> middlewares = middleware is null ? [] : [new RouteMiddleware("auth", "gate", middleware, HealthState.Healthy)];
        return new IngressRouteView(
            "IngressRoute", name, ns, own, [.. rule.Hosts.Select(host => new RouteHost(host, null)).Concat(rule.HostPatterns.Select(pattern => new RouteHost("~ " + pattern, null)))],
            [.. rule.Paths], match, ["websecure"], "default certificate",
            [new RouteRule(match, [], "", middlewares, [new RouteBackend(ns, own, "80", "1 of 1 ready") { HasPage = true, State = HealthState.Healthy }]) { Priority = match.Length }],
            [], null, new Verdict(HealthState.Healthy, "Healthy"));
    }

    private static JsonNode Rule(JsonArray row)
    {
        var rule = new JsonObject { ["hostname"] = (string?)row[0], ["service"] = (string?)row[1] == "ingress" ? Ingress : (string?)row[1] };
        if (row.Count > 2)
            rule["path"] = (string?)row[2];
        return rule;
    }

    private static Exposure Exposure(string host, string visibility, int index) => new()
    {
        Id = $"ex{index}", Hostname = Hostname.Parse(host), Backend = new KubernetesBackend("media", "web", "http"),
        Visibility = Enum.Parse<Visibility>(visibility), IsPublicWithoutLogin = true,
    };

    private static IEnumerable<string[]> Rows(JsonObject world, string name) =>
        (world[name] as JsonArray ?? []).Select(row => row!.AsArray().Select(cell => (string?)cell ?? "").ToArray());
}
