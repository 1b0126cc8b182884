using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>What Cloudflare checks before it takes a tunnel document. Members it does not know pass unseen.</summary>
internal static partial class TunnelDocumentRules
{
    private static readonly string[] Durations = ["connectTimeout", "tlsTimeout", "tcpKeepAlive", "keepAliveTimeout"];

    public static void Check(JsonObject document)
    {
        CheckOrigin(document["originRequest"]);
        if (document["ingress"] is not JsonArray { Count: > 0 } rules)
            throw CloudflareErrors.BadConfiguration("No ingress rules were specified");
        for (var i = 0; i < rules.Count; i++)
            Check(rules[i] as JsonObject ?? throw CloudflareErrors.BadJson(), i + 1, isLast: i == rules.Count - 1);
    }

    private static void Check(JsonObject rule, int number, bool isLast)
    {
        var hostname = (string?)rule["hostname"] ?? "";
        var catchesAll = hostname is "" or "*" && string.IsNullOrEmpty((string?)rule["path"]);
        if (isLast && !catchesAll)
            throw CloudflareErrors.BadConfiguration("The last ingress rule must match all URLs (i.e. it should not have a hostname or path filter)");
        if (!isLast && catchesAll)
            throw CloudflareErrors.BadConfiguration($"Rule #{number} is matching the hostname '{hostname}', but this will match every hostname, meaning the rules which follow it will never be triggered.");
        if (hostname.LastIndexOf('*') > 0 || (hostname is ['*', _, ..] && !hostname.StartsWith("*.", StringComparison.Ordinal)))
            throw CloudflareErrors.BadConfiguration("Hostname patterns can have at most one wildcard character (\"*\") and it can only be used for subdomains, e.g. \"*.example.com\"");
        if (!Service().IsMatch((string?)rule["service"] ?? ""))
            throw CloudflareErrors.BadConfiguration($"Rule #{number} has an invalid service '{(string?)rule["service"]}'");
        CheckOrigin(rule["originRequest"]);
    }

    private static void CheckOrigin(JsonNode? origin)
    {
        if (origin is not JsonObject members) return;
        foreach (var name in Durations)
            if (members[name] is { } value && value.GetValueKind() is not JsonValueKind.Number)
                throw CloudflareErrors.BadConfiguration($"{name} must be a number of seconds");
    }

    [GeneratedRegex(@"^((https?|tcp|ssh|rdp|smb)://[^\s/]+.*|unix(\+tls)?:.+|http_status:[1-5]\d\d|hello_world|bastion|socks-proxy)$")]
    private static partial Regex Service();
}
