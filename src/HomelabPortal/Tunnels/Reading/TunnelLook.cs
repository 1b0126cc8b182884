using HomelabPortal.Tunnels.History;
using HomelabPortal.Tunnels.Planning;
using System.Collections.Immutable;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.Tunnels.Reading;

/// <summary>Looks at every tunnel of an account: documents and connectors. All of it or nothing.</summary>
internal sealed class TunnelLook(CloudflareClient client, TunnelDocumentHistory history, ContentionWatch contention)
{
    /// <exception cref="CloudflareApiException">Something could not be read.</exception>
    public async Task<TunnelState> ReadAsync(string accountId, string? configuredId, CancellationToken cancellationToken)
    {
        var tunnels = await client.ListTunnelsAsync(accountId, cancellationToken);
        var choice = TunnelChoice.From(tunnels, configuredId);
        var seen = ImmutableArray.CreateBuilder<LiveTunnel>();
        foreach (var tunnel in tunnels)
            seen.Add(await ReadAsync(accountId, tunnel, cancellationToken));
        var contended = ImmutableArray.CreateBuilder<ContendedRule>();
        foreach (var tunnel in seen.Where(tunnel => tunnel.IsRemotelyManaged))
            contended.AddRange(await contention.FindAsync(tunnel.Id, tunnel.Version, cancellationToken));
        return new TunnelState(accountId, seen.ToImmutable(), choice.Tunnel?.Id, choice.Problem) { Contended = contended.ToImmutable() };
    }

    private async Task<LiveTunnel> ReadAsync(string accountId, Tunnel tunnel, CancellationToken cancellationToken)
    {
        var connectors = (await client.ListConnectorsAsync(accountId, tunnel.Id, cancellationToken)).Where(connector => connector.IsLive).Select(ToLive);
        var live = new LiveTunnel(tunnel.Id, tunnel.Name ?? tunnel.Id, tunnel.Status ?? "unknown", tunnel.IsRemotelyManaged, [], 0, [.. connectors])
        {
            CreatedAt = tunnel.CreatedAt,
        };
        if (!tunnel.IsRemotelyManaged)
            return live;
        var configuration = await client.GetTunnelConfigurationAsync(accountId, tunnel.Id, cancellationToken);
        await history.KeepAsync(tunnel.Id, configuration.Version, configuration.Document, isOurs: false, cancellationToken);
        return live with { Document = configuration.Document, Version = configuration.Version, DocumentAt = configuration.CreatedAt };
    }

    private static LiveConnector ToLive(TunnelConnector connector) => new(connector.Id, connector.ConfigVersion)
    {
        Version = connector.Version,
        Architecture = connector.Arch,
        StartedAt = connector.RunAt,
        Connections =
        [
            .. (connector.Conns ?? []).Where(connection => !connection.IsPendingReconnect)
                .Select(connection => new LiveConnection(connection.ColoName ?? "unknown", connection.OriginIp, connection.OpenedAt)),
        ],
    };
}
