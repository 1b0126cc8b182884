namespace HomelabPortal.Checks;

/// <summary>How something is looked at.</summary>
public enum CheckKind
{
    Http,
    Tcp,
    Tls,
    Dns,
    Ping,

    /// <summary>A name of the lab through Cloudflare's edge.</summary>
    Edge,

    /// <summary>A name of the lab straight at the ingress.</summary>
    Lan,

    /// <summary>What stands behind a name of the lab, by what the lab says of itself.</summary>
    Workload,
}
