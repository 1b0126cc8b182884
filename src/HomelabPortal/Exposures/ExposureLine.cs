using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures;

/// <summary>One row of the owner's table: what is wanted and how it stands.</summary>
public sealed record ExposureLine(string Id, string Hostname, string Backend, bool IsPublic, string Login, OwnerPhase Phase, string? Explanation, bool IsLeaving)
{
    public string Reach => IsPublic ? "Internet" : "LAN";

    /// <summary>Exposures, and those whose traces are still being taken away.</summary>
    internal static ImmutableArray<ExposureLine> Of(DesiredState desired, ReconcileStatus status)
    {
        var wanted = desired.Exposures.Select(exposure => Of(exposure, status));
        var leaving = status.Owners.Values
            .Where(owner => desired.FindExposure(owner.OwnerId) is null && desired.DnsEntries.All(entry => entry.Id != owner.OwnerId))
            .Select(Leaving);
        return [.. wanted.Concat(leaving).OrderBy(line => line.Hostname, StringComparer.Ordinal)];
    }

    private static ExposureLine Of(Exposure exposure, ReconcileStatus status) => new(
        exposure.Id, exposure.Hostname.Value, exposure.Backend.ToString() ?? "", exposure.Visibility == Visibility.Tunnel, LoginOf(exposure),
        status.PhaseOf(exposure), status.Of(exposure.Id)?.Explanation, false);

    private static ExposureLine Leaving(OwnerStatus owner) => new(
        owner.OwnerId, owner.Steps.Select(step => step.Key.Name).FirstOrDefault() ?? owner.OwnerId, "being removed", false, "",
        owner.Phase, owner.Explanation, true);

    private static string LoginOf(Exposure exposure) => exposure switch
    {
        { Visibility: Visibility.Lan } => "",
        { LoginPolicy: { } policy } => policy,
        _ => "None",
    };
}
