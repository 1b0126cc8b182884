using System.Collections.Immutable;
using HomelabPortal.Dns;
using HomelabPortal.Tunnels.Acts;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tunnels.Pages;

/// <summary>A tunnel as the list shows it.</summary>
/// <param name="Names">The names whose CNAME leads to it, in every zone that can be seen.</param>
public sealed record TunnelLine(LiveTunnel Tunnel, bool IsChosen, IReadOnlyList<string> Names)
{
    public string Id => Tunnel.Id;

    public static ImmutableArray<TunnelLine> Of(TunnelState state, DnsState dns) =>
        [.. state.Tunnels.OrderBy(tunnel => tunnel.Name, StringComparer.OrdinalIgnoreCase).Select(tunnel => new TunnelLine(tunnel, tunnel.Id == state.ChosenId, TunnelDeletion.NamesOf(tunnel.Id, dns)))];

    public HealthState State => Tunnel.Status switch
    {
        "healthy" => HealthState.Healthy,
        "degraded" => HealthState.Degraded,
        "down" => HealthState.Broken,
        "inactive" => HealthState.Off,
        _ => HealthState.Unknown,
    };

    public string Word => Tunnel.Status switch
    {
        "inactive" => "Never run",
        { Length: > 0 } status => char.ToUpperInvariant(status[0]) + status[1..],
        _ => "Unknown",
    };

    public string Versions => string.Join(", ", Tunnel.Connectors.Select(connector => connector.Version).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    public int Behind => Tunnel.IsRemotelyManaged ? Tunnel.Connectors.Count(connector => (connector.ConfigVersion ?? -1) < Tunnel.Version) : 0;

    public string Routes => !Tunnel.IsRemotelyManaged ? "In a file" : Behind > 0 ? $"Version {Tunnel.Version}, {Behind} behind" : $"Version {Tunnel.Version}";

    public int Rules => TunnelDocument.Rules(Tunnel.Document).Count(rule => !rule.IsCatchAll);

    public string Places => string.Join(", ", Tunnel.Connectors.SelectMany(connector => connector.Connections).Select(connection => connection.DataCentre).Distinct().Order(StringComparer.Ordinal));
}
