namespace HomelabPortal.Trace.Reports;

/// <summary>By which way a request comes in.</summary>
public enum EntryKind
{
    Tunnel,

    /// <summary>From the Internet to the house's own public address, where a router must let it in.</summary>
    FrontDoor,
    House,

    /// <summary>To a machine that is not the ingress.</summary>
    Machine,

    /// <summary>No way is known.</summary>
    None,
}
