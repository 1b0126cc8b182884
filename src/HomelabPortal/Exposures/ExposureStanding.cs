using HomelabPortal.Desired;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Plans;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Exposures;

/// <summary>
/// Pure: how an exposure stands, in a word.
/// <code>
/// its end has come, nothing left outside     Ended
/// its end has come, being taken back         Ending
/// tunnels closed, the rest in place          Closed
/// all in place, nobody answers behind it     what is wrong there
/// any other                                  the phase
/// </code>
/// </summary>
internal sealed record ExposureStanding(OwnerPhase Phase, HealthState State, string Word, string? Why = null)
{
    public static ExposureStanding Of(Exposure exposure, DesiredState desired, ReconcileStatus status, DockerState docker, DateTimeOffset now)
    {
        var phase = status.PhaseOf(exposure);
        if (exposure.HasEnded(now))
        {
            if (status.Of(exposure.Id) is not { } owner)
                return new(phase, HealthState.Off, "Ended");
            if (owner.Phase is OwnerPhase.InPlace or OwnerPhase.Pending or OwnerPhase.Working or OwnerPhase.Waiting)
                return new(phase, HealthState.Progressing, "Ending");
        }

        var isClosed = desired.AreTunnelsClosed && exposure.Visibility == Visibility.Tunnel && phase <= OwnerPhase.NotManaged;
        if (isClosed)
            return new(phase, HealthState.Off, "Closed");
        return phase <= OwnerPhase.NotManaged && BackendTrouble.Of(exposure, desired, docker) is { } trouble
            ? new(phase, trouble.State, trouble.Word, trouble.Why)
            : new(phase, phase.State(), phase.Word());
    }
}
