namespace HomelabPortal.Map.Reading;

/// <summary>What the map shows.</summary>
public enum MapKind
{
    /// <summary>Where requests come from, outside.</summary>
    Internet,

    /// <summary>Where requests come from, inside.</summary>
    House,
    Hostname,
    Tunnel,

    /// <summary>An address in the house at which the ingress answers.</summary>
    Address,
    Ingress,
    Namespace,
    Service,
    Node,
    Pod,
    Storage,
    Claim,

    /// <summary>A Docker host.</summary>
    Host,
    Container,
    Card,

    /// <summary>A machine outside the cluster that nobody watches.</summary>
    Device,
}
