using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Plans;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Exposures;

/// <summary>One row of the owner's table: what is wanted and how it stands.</summary>
/// <param name="IsPublic">It is meant for the Internet, whether it is there now or not.</param>
/// <param name="IsOpen">It is on the Internet, or about to be.</param>
/// <param name="Login">What its login policy is called; "None" is public without login.</param>
public sealed record ExposureLine(
    string Id, string Hostname, string Backend, bool IsPublic, bool IsOpen, string Login, DateTimeOffset? EndsAt,
    OwnerPhase Phase, HealthState State, string Word, string? Explanation, bool IsLeaving)
{
    public string Reach => IsPublic ? "Internet" : "LAN";

    /// <summary>Exposures, and those whose traces are still being taken away.</summary>
    internal static ImmutableArray<ExposureLine> Of(DesiredState desired, ReconcileStatus status, DockerState docker, DateTimeOffset now)
    {
        var wanted = desired.Exposures.Select(exposure => Of(exposure, desired, status, docker, now));
        var leaving = status.Owners.Values.Where(owner => !desired.Wants(owner.OwnerId) && owner.Steps.Any(step => step.Key.Kind != "LoginPolicy")).Select(Leaving);
        return [.. wanted.Concat(leaving).OrderBy(line => line.Hostname, StringComparer.Ordinal)];
    }

    internal static string LoginOf(Exposure exposure, DesiredState desired) => exposure switch
    {
        { Visibility: Visibility.Lan } => "",
        { LoginPolicy: { } policy } => desired.FindLoginPolicy(policy)?.Name ?? "A policy that is gone",
        _ => "None",
    };

    private static ExposureLine Of(Exposure exposure, DesiredState desired, ReconcileStatus status, DockerState docker, DateTimeOffset now)
    {
        var standing = ExposureStanding.Of(exposure, desired, status, docker, now);
        var isPublic = exposure.Visibility == Visibility.Tunnel;
        return new ExposureLine(
            exposure.Id, exposure.Hostname.Value, exposure.Backend.ToString() ?? "", isPublic, isPublic && !desired.AreTunnelsClosed && !exposure.HasEnded(now),
            LoginOf(exposure, desired), exposure.ExpiresAt, standing.Phase, standing.State, standing.Word, standing.Why ?? status.Of(exposure.Id)?.Explanation, false);
    }

    private static ExposureLine Leaving(OwnerStatus owner) => new(
        owner.OwnerId, owner.Steps.Select(step => step.Key.Name).FirstOrDefault() ?? owner.OwnerId, "being removed", false, false, "", null,
        owner.Phase, owner.Phase.State(), "Removing", owner.Explanation, true);
}
