using HomelabPortal.Desired;

namespace HomelabPortal.Lab;

/// <summary>What was decided at start about this lab.</summary>
internal sealed record LabSettings(LabMode Mode, ChangePolicy FirstPolicy)
{
    public bool IsSimulated => Mode == LabMode.Simulated;
}
