using HomelabPortal.Platform;

namespace HomelabPortal.Tunnels;

/// <summary>Which tunnel exposures go through, and where its rules lead.</summary>
internal sealed class TunnelOptions : IValidatedOptions
{
    public static string Section => "Tunnels";

    /// <summary>UUID of the tunnel; null when the account has only one.</summary>
    public string? Id { get; set; }

    /// <summary>Where the connector reaches the ingress; the hostname is passed through.</summary>
    public string Origin { get; set; } = "http://traefik.traefik.svc.cluster.local:80";

    public IEnumerable<string> Faults()
    {
        if (Id is not null && !Guid.TryParse(Id, out _))
            yield return $"Tunnels:Id “{Id}” is not a UUID. Copy it from the tunnel's page in the dashboard, or leave the key out when there is one tunnel.";
        var isHttp = Uri.TryCreate(Origin, UriKind.Absolute, out var origin) && origin.Scheme is ("http" or "https") && origin.PathAndQuery == "/";
        if (!isHttp)
            yield return $"Tunnels:Origin “{Origin}” is not http://host:port or https://host:port. It is the address at which cloudflared reaches Traefik.";
    }
}
