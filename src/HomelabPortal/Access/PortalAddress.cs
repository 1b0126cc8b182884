namespace HomelabPortal.Access;

/// <summary>Where people reach the portal. Cookies, passkeys, links and the origin check all follow it.</summary>
/// <param name="Configured">The public address, for example https://portal.example.org; null when it is used on this machine only.</param>
internal sealed record PortalAddress(Uri? Configured)
{
    /// <summary>True when browsers reach it over TLS, so that cookies can insist on that.</summary>
    public bool IsSecure => Configured?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Scheme, host and port as a browser writes them in Origin. Without a public address it is the one asked for, whose host was checked before.</summary>
    public string OriginOf(HttpRequest request) =>
        Configured?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host.Value}";

    /// <summary>The exact host, which passkeys are bound to; never a parent domain.</summary>
    public string HostOf(HttpRequest request) => Configured?.Host ?? request.Host.Host;
}
