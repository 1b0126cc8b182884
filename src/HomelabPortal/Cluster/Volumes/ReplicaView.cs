using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>One replica of a Longhorn volume as people read it.</summary>
/// <param name="Node">Empty while it has no place.</param>
/// <param name="Disk">The disk's name at that node; empty when it is not known.</param>
/// <param name="IsWhole">It holds all data.</param>
/// <param name="Progress">Per cent of its rebuild; null while none runs.</param>
/// <param name="Since">When it failed or became whole.</param>
public sealed record ReplicaView(string Name, string Node, string Disk, string DiskPath, HealthState State, string Word, bool IsWhole, int? Progress, DateTimeOffset? Since)
{
    public bool IsRebuilding => State == HealthState.Progressing && Progress is not null;
}
