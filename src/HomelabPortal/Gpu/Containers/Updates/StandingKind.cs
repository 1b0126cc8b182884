namespace HomelabPortal.Gpu.Containers.Updates;

/// <summary>How the version that a container runs stands to what its registry has.</summary>
public enum StandingKind
{
    Unknown,

    UpToDate,

    NewVersion,

    /// <summary>The newer one is wanted already: it is on its way, or it failed.</summary>
    Wanted,

    /// <summary>There is a newer one, and somebody went back from it.</summary>
    Left,

    /// <summary>The image is named by a digest alone, which never changes.</summary>
    Pinned,

    /// <summary>The image was built on the host, so there is nobody to ask.</summary>
    Local,

    /// <summary>Nobody wants to know.</summary>
    NotAsked,
}
