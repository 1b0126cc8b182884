using HomelabPortal.Platform;

namespace HomelabPortal.Lab;

internal sealed class LabOptions : IValidatedOptions
{
    public static string Section => "Lab";

    /// <summary>Simulated or Real; by default Simulated in Development and Real elsewhere.</summary>
    public LabMode? Mode { get; set; }

    public IEnumerable<string> Faults() => [];
}
