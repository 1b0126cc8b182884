using HomelabPortal.Cluster.Volumes.Persistent;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>A PersistentVolume.</summary>
/// <param name="Word">kubectl's word for it.</param>
/// <param name="Capacity">Bytes.</param>
/// <param name="Claim">"namespace/name"; empty while no claim has it.</param>
/// <param name="DataAt">Longhorn, an NFS server, a node, or the driver's name.</param>
internal sealed record PersistentVolumeResource(
    string Name, HealthState State, string Word, string Sentence, long? Capacity, string AccessModes, string ReclaimPolicy, string Claim, string Class, string DataAt, string Path, DateTimeOffset? Created)
{
    public static PersistentVolumeResource Of(PersistentVolume volume, ClusterState state) => Of(PersistentVolumeRows.Of(volume, state));

    public static PersistentVolumeResource Of(PersistentVolumeRow row) => new(
        row.Name, row.State, row.Word, row.Sentence, row.Capacity, row.AccessModes, row.ReclaimPolicy, row.Claim, row.Class, row.Backing, row.BackingPath, row.Created);
}
