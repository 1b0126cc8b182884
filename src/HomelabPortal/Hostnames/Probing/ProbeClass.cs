namespace HomelabPortal.Hostnames.Probing;

/// <summary>What came of a request through Cloudflare's edge.</summary>
public enum ProbeClass
{
    /// <summary>Sent to the login of Cloudflare Access.</summary>
    AccessRedirect,

    /// <summary>Something behind the tunnel answered.</summary>
    Answer,

    /// <summary>It reached the ingress, which has no route for it.</summary>
    NoRoute,

    /// <summary>The tunnel has no rule for it.</summary>
    CatchAll,

    /// <summary>The connector could not reach what the rule names.</summary>
    OriginFault,

    /// <summary>The tunnel is not connected or does not exist.</summary>
    TunnelDown,

    /// <summary>The record leads to a name that Cloudflare cannot resolve.</summary>
    OriginUnknown,

    /// <summary>Cloudflare's firewall or bot check stood in the way.</summary>
    Blocked,

    /// <summary>No certificate, or a wrong one.</summary>
    TlsFault,

    /// <summary>Public DNS has no address for it.</summary>
    NotResolved,

    /// <summary>Public DNS gives an address of the house, which is no place on the Internet.</summary>
    HouseAddress,

    /// <summary>The edge did not take the connection.</summary>
    NoConnection,
    Timeout,

    /// <summary>The resolver that knows public addresses could not be asked.</summary>
    ResolverFault,
}
