using HomelabPortal.Gpu.Containers.Updates.Checking;

namespace HomelabPortal.Gpu.Containers.Updates;

/// <summary>How the version that a container runs stands to what its registry has.</summary>
/// <param name="Digest">The version it runs; null when that is not known or it has none.</param>
/// <param name="Finding">What the registry said; null when it was not asked.</param>
/// <param name="IsPinned">A digest stands in the image's name, so it only moves by a click.</param>
public sealed record VersionStanding(StandingKind Kind, string? Digest, ImageFinding? Finding, bool IsPinned)
{
    /// <summary>What a click on “Update” would want; null when there is nothing to take.</summary>
    public string? Offered => Kind is StandingKind.NewVersion or StandingKind.Left ? Finding?.Digest : null;
}
