namespace HomelabPortal.Dns.Importing;

/// <summary>How a record of a file compares with the zone.</summary>
public enum ImportState
{
    /// <summary>The zone has nothing like it.</summary>
    New,

    /// <summary>It stands there already, word for word.</summary>
    There,

    /// <summary>The same but for its TTL or proxy.</summary>
    OtherManner,

    /// <summary>Something stands there that it cannot stand beside.</summary>
    InTheWay,
}
