namespace HomelabPortal.Hostnames.Table;

/// <summary>Who gets an answer from the lab under a hostname.</summary>
public enum HostReach
{
    Unknown,
    Nobody,
    House,

    /// <summary>From outside for sure; in the house it depends on the router.</summary>
    Internet,
    Both,

    /// <summary>It does not lead into this lab.</summary>
    Elsewhere,
}
