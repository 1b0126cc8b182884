namespace HomelabPortal.Tunnels.Api;

/// <summary>A running cloudflared.</summary>
/// <param name="ConfigVersion">The version of the routes that it works by; null when it has not said.</param>
internal sealed record ConnectorResource(
    string Id, string? Version, string? Architecture, DateTimeOffset? StartedAt, int? ConfigVersion, IReadOnlyList<string> DataCentres, IReadOnlyList<string> OriginAddresses)
{
    public static ConnectorResource Of(LiveConnector connector) => new(
        connector.Id, connector.Version, connector.Architecture, connector.StartedAt, connector.ConfigVersion,
        [.. connector.Connections.Select(connection => connection.DataCentre).Distinct()],
        [.. connector.Connections.Select(connection => connection.OriginAddress).OfType<string>().Distinct()]);
}
