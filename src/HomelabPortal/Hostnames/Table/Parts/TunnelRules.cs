using System.Text.Json.Nodes;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>Pure: reads the rules of a tunnel as parts of a hostname.</summary>
internal static class TunnelRules
{
    public static TunnelPart Part(LiveTunnel tunnel, int index, TunnelRule rule, bool isAsked, bool isLed, HostnameFacts facts)
    {
        var origin = rule.Json["originRequest"] as JsonObject;
        return new TunnelPart(
            tunnel.Id, tunnel.Name, index, rule.Hostname, rule.Path, rule.Service, isAsked, isLed, LeadsToIngress(rule.Service, facts), OwnerOf(tunnel, rule, facts))
        {
            Connectors = [.. tunnel.Connectors.Select(connector => connector.Id)],
            RequiresAccess = origin?["access"] is JsonObject access && access["required"] is JsonValue required && required.TryGetValue(out bool isRequired) && isRequired,
            HostHeader = origin?["httpHostHeader"] is JsonValue header && header.TryGetValue(out string? host) ? host.ToLowerInvariant() : "",
        };
    }

    public static bool LeadsToIngress(string service, HostnameFacts facts) =>
        Uri.TryCreate(service, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && (facts.IngressOrigins.Contains(uri.Host) || facts.LanAddresses.Contains(uri.Host.Trim('[', ']')));

    /// <summary>A rule is ours when it says what something declared here asks for, and the last pass found it so.</summary>
    private static string OwnerOf(LiveTunnel tunnel, TunnelRule rule, HostnameFacts facts)
    {
        var isFree = facts.Desired.TunnelEntries.Any(entry =>
            entry.TunnelId.Equals(tunnel.Id, StringComparison.OrdinalIgnoreCase) && entry.Name.Value == rule.Hostname && (entry.Path ?? "") == rule.Path && entry.Service == rule.Service);
        var isOurs = isFree || (rule.Path.Length == 0 && facts.Desired.Exposures.Any(exposure =>
            exposure.Hostname.Value == rule.Hostname && facts.Reconcile.Of(exposure.Id)?.Steps.Any(step => step.Key.Target == "tunnel" && step.Phase != Reconcile.OwnerPhase.Refused) == true));
        return isOurs ? PartOwners.Portal : PartOwners.Unmarked;
    }
}
