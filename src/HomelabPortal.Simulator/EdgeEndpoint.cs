namespace HomelabPortal.Simulator;

/// <summary>Where the simulated edge of Cloudflare answers: web requests for every name of the zones, and DNS questions over HTTPS.</summary>
public sealed record EdgeEndpoint
{
    /// <summary>Address and port on loopback; the names' real addresses are only said, never listened on.</summary>
    public required string Address { get; init; }

    /// <summary>A certificate of this authority answers for each zone and for the names one level below it.</summary>
    public required string CertificateAuthorityPath { get; init; }

    /// <summary>Answers DNS questions as JSON.</summary>
    public Uri Resolver => new($"https://{Address}/dns-query");
}
