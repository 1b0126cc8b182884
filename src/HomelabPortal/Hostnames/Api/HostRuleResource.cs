using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Api;

/// <summary>A rule of a tunnel that catches a hostname.</summary>
/// <param name="Place">In the tunnel's document, from 1.</param>
/// <param name="Hostname">Empty for the rule that takes the rest.</param>
/// <param name="IsAsked">False when a rule above it has taken everything.</param>
/// <param name="IsLed">True when a record of the hostname leads to this tunnel.</param>
internal sealed record HostRuleResource(string TunnelId, string Tunnel, int Place, string Hostname, string Path, string Service, bool IsAsked, bool IsLed, bool RequiresAccess, string Owner)
{
    public static HostRuleResource Of(TunnelPart part) => new(
        part.TunnelId, part.TunnelName, part.Index + 1, part.Hostname, part.Path, part.Service, part.IsAsked, part.IsLed, part.RequiresAccess, part.Owner);
}
