namespace HomelabPortal.Gpu.Containers.Updates.Checking;

/// <summary>Why a registry did not say which version it has.</summary>
public enum FindingFault
{
    /// <summary>It wants a login.</summary>
    SignIn,

    /// <summary>It has no such image or tag.</summary>
    NotThere,

    /// <summary>It was asked too often from here.</summary>
    Limited,

    /// <summary>The host could not reach it.</summary>
    Unreachable,

    Other,
}
