using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>One replica of a Longhorn volume.</summary>
/// <param name="Node">Empty while it has no place.</param>
/// <param name="Progress">Per cent of its rebuild; null while none runs.</param>
internal sealed record ReplicaResource(string Name, string Node, string Disk, HealthState State, string Word, bool HoldsAllData, int? Progress)
{
    public static ReplicaResource Of(ReplicaView view) => new(view.Name, view.Node, view.Disk, view.State, view.Word, view.IsWhole, view.Progress);
}
