namespace HomelabPortal.Tunnels;

/// <summary>One connection of a connector to a Cloudflare data centre.</summary>
/// <param name="DataCentre">For example "fra08".</param>
/// <param name="OriginAddress">The public address that the connector comes from.</param>
public sealed record LiveConnection(string DataCentre, string? OriginAddress, DateTimeOffset? OpenedAt);
