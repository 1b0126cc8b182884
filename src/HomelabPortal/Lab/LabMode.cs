namespace HomelabPortal.Lab;

internal enum LabMode
{
    /// <summary>A whole lab inside this process, for trying out and developing. Never reachable from another machine.</summary>
    Simulated,

    Real,
}
