namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>Where a record leads, as the lab knows it.</summary>
public enum LeadKind
{
    /// <summary>The address at which the house reaches the ingress.</summary>
    Ingress,

    /// <summary>A tunnel of the account.</summary>
    Tunnel,

    /// <summary>A tunnel that is not in the account.</summary>
    DeadTunnel,

    /// <summary>A device in the house that is not the ingress.</summary>
    Device,

    /// <summary>The house's own public address, behind the router.</summary>
    FrontDoor,

    /// <summary>Somewhere on the Internet.</summary>
    Outside,

    /// <summary>An alias that ends at no address.</summary>
    Nowhere,

    /// <summary>Cannot be told now.</summary>
    Unknown,
}
