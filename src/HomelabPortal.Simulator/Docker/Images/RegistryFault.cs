namespace HomelabPortal.Simulator.Docker;

/// <summary>How a registry refuses.</summary>
public enum RegistryFault
{
    /// <summary>401: it wants a login.</summary>
    SignIn,

    /// <summary>404: it has no such tag.</summary>
    NotThere,

    /// <summary>429: it was asked too often.</summary>
    Limited,

    /// <summary>No answer at all.</summary>
    Unreachable,
}
