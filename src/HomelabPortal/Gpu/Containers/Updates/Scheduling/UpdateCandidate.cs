using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Updates.Scheduling;

/// <summary>A wanted container, as it stands when turns are given out.</summary>
/// <param name="Phase">Null while what is wanted has not been looked at.</param>
internal sealed record UpdateCandidate(DesiredContainer Container, DockerContainer? Running, VersionStanding Standing, OwnerPhase? Phase)
{
    /// <summary>It is being changed, or a new version of it has not proved itself; one that waits for the GPU does not run, and holds nobody up.</summary>
    public bool IsBusy => Phase is null or OwnerPhase.Pending or OwnerPhase.Working || (Phase == OwnerPhase.Waiting && Running is { IsRunning: true });
}
