namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>One running cloudflared of a tunnel.</summary>
/// <param name="ConfigurationDelay">How long after a change it runs the new document.</param>
public sealed record SimulatedConnector(Guid Id, DateTimeOffset RunAt, TimeSpan ConfigurationDelay, string OriginAddress)
{
    /// <summary>A pending connector lost its connections; Cloudflare still lists it for some minutes.</summary>
    public bool IsPendingReconnect { get; init; }
}
