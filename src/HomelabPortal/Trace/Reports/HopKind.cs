namespace HomelabPortal.Trace.Reports;

/// <summary>The stations on the way of a request, in its order.</summary>
public enum HopKind
{
    Dns,
    Tunnel,

    /// <summary>The address in the house, its pool, and the node that answers for it.</summary>
    Lan,
    Route,
    Service,
    Endpoints,
    Pod,
    Node,
    Storage,

    /// <summary>A machine outside the cluster.</summary>
    Machine,
    Container,
    Gpu,
}
