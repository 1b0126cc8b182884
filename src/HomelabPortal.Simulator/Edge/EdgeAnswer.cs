using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.Edge;

/// <summary>
/// How the edge answers a request, in the order in which Cloudflare looks.
/// <code>
/// no proxied record                        409, error 1001
/// an Access application in front           302 to the team's login
/// a tunnel that is not there or not run    530, error 1033
/// a rule that answers a status             that status, without a body
/// a rule to the ingress                    what the routes say: the app, or Traefik's 404
/// a rule to localhost                      502, since nothing listens beside the connector
/// any other rule                           the app
/// </code>
/// </summary>
internal static class EdgeAnswer
{
    private const string TunnelSuffix = ".cfargotunnel.com";

    public static EdgeReply Of(CloudflareState state, KubernetesStore store, string host, string path)
    {
        SimulatedTunnel? tunnel;
        lock (state.Gate)
        {
            var records = EdgeNames.RecordsOf(state, host);
            if (!records.Any(record => (bool?)record["proxied"] == true))
                return new EdgeReply(409, "error code: 1001");
            if (EdgeGuard.LoginOf(state.Access, host, path) is { } login)
                return new EdgeReply(302, "", login);
            var target = records.Select(record => (string)record["content"]!).FirstOrDefault(content => content.EndsWith(TunnelSuffix, StringComparison.Ordinal));
            if (target is null)
                return Page(host);
            tunnel = state.Tunnels.FirstOrDefault(candidate => candidate.DeletedAt is null && $"{candidate.Id}{TunnelSuffix}" == target);
            if (tunnel is null || tunnel.Connectors.All(connector => connector.IsPendingReconnect))
                return new EdgeReply(530, "error code: 1033");
        }

        return OfRule(tunnel, store, host, path);
    }

    private static EdgeReply OfRule(SimulatedTunnel tunnel, KubernetesStore store, string host, string path)
    {
        var rule = (tunnel.Document["ingress"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(candidate => Takes(candidate, host, path));
        var service = (string?)rule?["service"] ?? "http_status:503";
        if (service.StartsWith("http_status:", StringComparison.Ordinal))
            return new EdgeReply(int.Parse(service["http_status:".Length..], System.Globalization.CultureInfo.InvariantCulture));
        if (service.Contains("traefik", StringComparison.Ordinal))
            return HasRoute(store, host) ? Page(host) : new EdgeReply(404, "404 page not found\n");
        return service.Contains("//localhost", StringComparison.Ordinal) ? new EdgeReply(502, "error code: 502") : Page(host);
    }

    private static bool Takes(JsonObject rule, string host, string path)
    {
        var hostname = (string?)rule["hostname"] ?? "";
        var takesHost = hostname is "" or "*" || hostname == host || (hostname.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(hostname[1..], StringComparison.Ordinal));
        return takesHost && ((string?)rule["path"] is not { Length: > 0 } expression || Regex.IsMatch(path, expression, RegexOptions.NonBacktracking));
    }

    private static bool HasRoute(KubernetesStore store, string host) =>
        store.List("traefik.io", "ingressroutes").Any(route => (route["spec"]?["routes"] as JsonArray ?? []).Any(rule => ((string?)rule?["match"])?.Contains($"`{host}`", StringComparison.Ordinal) == true));

    private static EdgeReply Page(string host) => new(200, $"<!doctype html><title>{host}</title><p>The simulated app behind {host}.</p>", IsHtml: true);
}
