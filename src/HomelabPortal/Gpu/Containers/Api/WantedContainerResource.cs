using HomelabPortal.Api;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>A container that is wanted, and how it stands.</summary>
/// <param name="Command">What looks secret in it, and in entrypoint, health, labels and plain variables, is hidden; sent back as it is, it keeps its value.</param>
/// <param name="IsStopped">It is wanted, but not running.</param>
/// <param name="Updates">What is done about new versions of its image.</param>
/// <param name="OnDrift">What is done when somebody changes it by hand.</param>
/// <param name="State">Docker's word for what bears its name: running, exited and so on; null when nothing is seen.</param>
/// <param name="Pull">Its image, while that is not there.</param>
/// <param name="StoppedIdleMinutes">It was stopped because it was idle for so long; null otherwise.</param>
/// <param name="Explanation">Why the phase is what it is; null when all is well.</param>
internal sealed record WantedContainerResource(
    string Id, string Host, string Name, string Image, string? Digest, IReadOnlyList<string> Command, IReadOnlyList<string> Entrypoint,
    IReadOnlyList<WantedVariableResource> Variables, IReadOnlyList<PortWish> Ports, IReadOnlyList<VolumeWish> Volumes, IReadOnlyList<string> Devices,
    GpuWish? Gpu, int? SharedMemoryMiB, int? MemoryMiB, decimal? Processors, HealthWish? Health, RestartRule Restart, string? Network,
    IReadOnlyDictionary<string, string> Labels, LeaseWish? Lease, bool IsStopped, bool IsUnsafe, ReachWish? Reach,
    string? State, PullResource? Pull, OwnerPhase Phase, string? Explanation,
    IReadOnlyList<string> FurtherNetworks, string? User, int? StopSeconds, UpdateWish Updates, DriftRule OnDrift, int? IdleStopMinutes, int? StoppedIdleMinutes)
{
    public static WantedContainerResource Of(DesiredContainer container, ReconcileStatus status, ContainerState live)
    {
        // One edited since the last look is not judged yet.
        var owner = container.Equals(status.Judged.FindContainer(container.Id)) ? status.Of(container.Id) : null;
        var host = live.Hosts.FirstOrDefault(candidate => candidate.Name == container.Host);
        var pull = host?.Pulls.GetValueOrDefault(ImageReference.Parse(container.Image, container.Digest).Wanted);
        return Of(WishMask.Of(container), host?.Find(container.Name)?.State, pull, owner?.Phase ?? OwnerPhase.Pending, owner?.Explanation);
    }

    public static ApiAnswer Saved(DesiredContainer container, int status) => ApiAnswer.Of(Of(WishMask.Of(container), null, null, OwnerPhase.Pending, null), TagOf(container), status);

    public ApiAnswer ToAnswer(DesiredContainer container) => ApiAnswer.Of(this, EntityTags.Of(DesiredJson.Write(container), $"{State} {Phase} {Explanation} {Pull?.DoneBytes}"));

    public static string TagOf(DesiredContainer container) => EntityTags.Of(DesiredJson.Write(container));

    /// <param name="container">As it may be shown.</param>
    private static WantedContainerResource Of(DesiredContainer container, string? state, ImagePull? pull, OwnerPhase phase, string? explanation) => new(
        container.Id, container.Host, container.Name, container.Image, container.Digest, container.Command, container.Entrypoint,
        [.. container.Variables.Select(variable => new WantedVariableResource(variable.Name, variable.Value, variable.IsSecret, variable.IsFile))],
        [.. container.Ports.Select(port => new PortWish(port.Address, port.HostPort, port.ContainerPort, port.Protocol))],
        [.. container.Volumes.Select(volume => new VolumeWish(volume.Source, volume.Target, volume.IsReadOnly))],
        container.Devices, container.Gpu is { } gpu ? new GpuWish(gpu.Ids, gpu.Count) : null, container.SharedMemoryMiB, container.MemoryMiB, container.Processors,
        container.Health is { } health ? new HealthWish(health.Command, health.IntervalSeconds, health.TimeoutSeconds, health.Retries, health.StartSeconds) : null,
        container.Restart, container.Network, container.Labels, container.Lease is { } lease ? new LeaseWish(lease.IsExclusive, lease.ReservedMiB, lease.Priority) : null,
        container.IsStopped, container.IsUnsafe,
        container.Reach.IsNone ? null : new ReachWish(container.Reach.IsPrivileged, container.Reach.SharesNetwork, container.Reach.SharesProcesses, container.Reach.SharesMemory, container.Reach.Capabilities),
        state, pull is null ? null : new PullResource(pull.Image, pull.DoneBytes, pull.TotalBytes, pull.Why), phase, explanation,
        container.FurtherNetworks, container.User, container.StopSeconds, ContainerWishes.Of(container.Updates), container.OnDrift, container.IdleStopMinutes, container.StoppedIdleMinutes);
}
