namespace HomelabPortal.Hostnames.Table.Remedies;

/// <summary>Which page mends a hostname.</summary>
public enum MendKind
{
    /// <summary>The form that exposes a service under this name.</summary>
    Expose,

    /// <summary>The exposure that declares it.</summary>
    SeeExposure,

    /// <summary>The form of a new record.</summary>
    AddRecord,

    /// <summary>The record that is in the way, to adopt, change or remove it.</summary>
    SeeRecord,

    /// <summary>The tunnel and the rule in question.</summary>
    SeeRule,

    /// <summary>The login policies, to put one in front of it.</summary>
    SeeLogins,
}
