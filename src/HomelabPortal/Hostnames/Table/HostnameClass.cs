namespace HomelabPortal.Hostnames.Table;

/// <summary>How DNS, tunnel and ingress agree on a hostname.</summary>
public enum HostnameClass
{
    /// <summary>Its record leads to something that serves it.</summary>
    Healthy,

    /// <summary>Only DNS knows it, and it leads elsewhere on purpose.</summary>
    Outside,

    /// <summary>A source that would tell cannot be read now.</summary>
    Unknown,

    /// <summary>Its record leads to the ingress or a tunnel, where nothing serves it.</summary>
    OrphanDns,

    /// <summary>A tunnel has a rule for it that no record leads to.</summary>
    OrphanRule,

    /// <summary>Its record leads to a tunnel that does not exist: whoever makes that tunnel takes the name over.</summary>
    DanglingCname,

    /// <summary>The ingress has a route for it that no record leads to.</summary>
    RouteWithoutDns,

    /// <summary>Something wider or more specific takes its requests before they arrive.</summary>
    Shadowed,

    /// <summary>The Internet reaches it although nobody declared that here.</summary>
    ExposedNotDeclared,

    /// <summary>It is wanted here, and a part of it is not there.</summary>
    DeclaredMissing,
}
