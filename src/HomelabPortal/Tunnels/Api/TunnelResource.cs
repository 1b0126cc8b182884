using HomelabPortal.Dns;
using HomelabPortal.Tunnels.Pages;

namespace HomelabPortal.Tunnels.Api;

/// <summary>A tunnel of the account.</summary>
/// <param name="Status">inactive, degraded, healthy or down, in Cloudflare's words.</param>
/// <param name="Version">Of its routes; null when they are in a file beside the connector.</param>
/// <param name="Names">Names in any zone whose CNAME leads to it.</param>
/// <param name="IsChosen">Exposures go through it.</param>
internal sealed record TunnelResource(
    string Id, string Name, string Status, bool IsRemotelyManaged, bool IsChosen, int? Version, int Rules, IReadOnlyList<string> Names, IReadOnlyList<ConnectorResource> Connectors)
{
    public static IEnumerable<TunnelResource> Of(TunnelState state, DnsState dns) => TunnelLine.Of(state, dns).Select(line => new TunnelResource(
        line.Id, line.Tunnel.Name, line.Tunnel.Status, line.Tunnel.IsRemotelyManaged, line.IsChosen, line.Tunnel.IsRemotelyManaged ? line.Tunnel.Version : null,
        line.Rules, line.Names, [.. line.Tunnel.Connectors.Select(ConnectorResource.Of)]));
}
