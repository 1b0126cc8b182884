namespace HomelabPortal.Trace.Hops;

/// <summary>What a tunnel's rule leads to.</summary>
internal enum TunnelExitKind
{
    /// <summary>Nothing that is known.</summary>
    None,
    Ingress,

    /// <summary>A Service of the cluster, past the ingress.</summary>
    Service,

    /// <summary>A machine by its address.</summary>
    Address,
}
