using System.Text.RegularExpressions;

namespace HomelabPortal.Ingress;

/// <summary>The hostnames that Traefik matchers name. Regular expressions on hosts are not followed.</summary>
internal static partial class RouteHosts
{
    public static IEnumerable<string> Of(LiveObject route)
    {
        if (route.Document["spec"]?["routes"] is not System.Text.Json.Nodes.JsonArray rules)
            yield break;
        foreach (var match in rules.Select(rule => (string?)rule?["match"]).OfType<string>())
        {
            foreach (Match host in Hosts().Matches(match))
            {
                foreach (Match name in Names().Matches(host.Groups[1].Value))
                    yield return name.Groups[1].Value.TrimEnd('.').ToLowerInvariant();
            }
        }
    }

    [GeneratedRegex(@"(?<![A-Za-z!])Host\(([^)]*)\)")]
    private static partial Regex Hosts();

    [GeneratedRegex("[`\"]([^`\"]+)[`\"]")]
    private static partial Regex Names();
}
