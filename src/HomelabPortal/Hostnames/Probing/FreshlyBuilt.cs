using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>Pure: the tunnelled names that came into place between two looks at the reconciler. What was in place at the first look is not new.</summary>
internal static class FreshlyBuilt
{
    public static IEnumerable<string> Names(ReconcileStatus before, ReconcileStatus after) =>
        before.LastPassAt is null
            ? []
            : after.Judged.Exposures
                .Where(exposure => exposure.Visibility == Visibility.Tunnel && IsInPlace(after, exposure) && !WasInPlace(before, exposure))
                .Select(exposure => exposure.Hostname.Value);

    private static bool IsInPlace(ReconcileStatus status, Exposure exposure) => status.PhaseOf(exposure) == OwnerPhase.InPlace;

    /// <summary>The same name, already through the tunnel: a change of its service needs no new proof of the way.</summary>
    private static bool WasInPlace(ReconcileStatus status, Exposure exposure) =>
        status.Judged.FindExposure(exposure.Id) is { Visibility: Visibility.Tunnel } known && known.Hostname == exposure.Hostname && IsInPlace(status, known);
}
