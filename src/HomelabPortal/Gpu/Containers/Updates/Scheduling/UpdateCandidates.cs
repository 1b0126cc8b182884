using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Updates.Scheduling;

/// <summary>Pure: wanted containers with what is known of them.</summary>
internal static class UpdateCandidates
{
    public static IReadOnlyList<UpdateCandidate> Of(DesiredState desired, DockerState docker, UpdateState updates, ReconcileStatus status) =>
        [.. desired.Containers.Select(container => Of(container, docker, updates, status))];

    public static UpdateCandidate Of(DesiredContainer container, DockerState docker, UpdateState updates, ReconcileStatus status)
    {
        var running = docker.Hosts.FirstOrDefault(host => host.Name == container.Host)?.Containers.FirstOrDefault(candidate => candidate.Name == container.Name);
        // One edited since the last look is not judged yet.
        var phase = container.Equals(status.Judged.FindContainer(container.Id)) ? status.Of(container.Id)?.Phase : null;
        return new UpdateCandidate(container, running, VersionStandings.Of(container, running, updates), phase);
    }
}
