namespace HomelabPortal.Simulator;

/// <summary>Where the simulated identity provider listens, and the application that is registered there.</summary>
public sealed record IdentityEndpoint
{
    /// <summary>Without a slash at its end, as its discovery document says it.</summary>
    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }
}
