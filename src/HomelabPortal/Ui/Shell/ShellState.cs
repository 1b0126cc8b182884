using System.Collections.Immutable;

namespace HomelabPortal.Ui.Shell;

/// <summary>What the frame around every page shows of the lab.</summary>
/// <param name="LabName">The owner's name for the lab, such as "cowlab".</param>
/// <param name="IsSimulated">True while nothing on screen is real.</param>
/// <param name="Sources">One entry for each outside system, in the order shown.</param>
public sealed record ShellState(string LabName, bool IsSimulated, ImmutableArray<SourceFreshness> Sources)
{
    public static ShellState Unknown { get; } = new("Homelab", false, []);
}
