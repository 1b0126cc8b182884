using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Pure: a wanted container as the wish that it came from, so that a form changes what it shows and keeps the rest.</summary>
internal static class ContainerWishes
{
    public static ContainerWish Of(DesiredContainer container) => new(
        container.Host, container.Name, container.Image, container.Digest, container.Command, container.Entrypoint,
        [.. container.Variables.Select(variable => new VariableWish(variable.Name, variable.Value, variable.IsSecret, variable.IsFile))],
        [.. container.Ports.Select(port => new PortWish(port.Address, port.HostPort, port.ContainerPort, port.Protocol))],
        [.. container.Volumes.Select(volume => new VolumeWish(volume.Source, volume.Target, volume.IsReadOnly))],
        container.Devices, Of(container.Gpu), container.SharedMemoryMiB, container.MemoryMiB, container.Processors, Of(container.Health),
        container.Restart, container.Network, container.Labels, Of(container.Lease), container.IsStopped, null, container.IsUnsafe, Of(container.Reach),
        container.FurtherNetworks, container.User, container.StopSeconds, Of(container.Updates), container.OnDrift, container.IdleStopMinutes);

    public static GpuWish? Of(GpuRequest? gpu) => gpu is null ? null : new GpuWish(gpu.Ids, gpu.Count);

    public static LeaseWish? Of(GpuLease? lease) => lease is null ? null : new LeaseWish(lease.IsExclusive, lease.ReservedMiB, lease.Priority);

    public static UpdateWish Of(UpdateRule rule) => new(rule.Mode, rule.Window?.From, rule.Window?.To, rule.Window?.Days, rule.Window?.TimeZone);

    public static HealthWish? Of(HealthProbe? health) =>
        health is null ? null : new HealthWish(health.Command, health.IntervalSeconds, health.TimeoutSeconds, health.Retries, health.StartSeconds);

    public static ReachWish? Of(HostReach reach) => reach.IsNone
        ? null
        : new ReachWish(reach.IsPrivileged, reach.SharesNetwork, reach.SharesProcesses, reach.SharesMemory, reach.Capabilities);
}
