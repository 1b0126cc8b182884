namespace HomelabPortal.Simulator;

/// <summary>Where the simulated Cloudflare API listens and how to sign in.</summary>
public sealed record CloudflareEndpoint
{
    /// <summary>Ends with <c>/client/v4/</c>.</summary>
    public required Uri BaseAddress { get; init; }

    public required string Token { get; init; }

    public required string AccountId { get; init; }
}
