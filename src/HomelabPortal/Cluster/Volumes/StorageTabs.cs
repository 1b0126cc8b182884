using System.Collections.Immutable;
using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>The parts of the storage page.</summary>
internal static class StorageTabs
{
    public const string Claims = "claims";
    public const string Volumes = "volumes";
    public const string Disks = "disks";
    public const string Backups = "backups";

    public static ImmutableArray<Choice> Of(ClusterState state) =>
    [
        new(Claims, "Claims", state.Claims.Items.Count),
        new(Volumes, "Volumes", state.PersistentVolumes.Items.Count),
        new(Disks, "Disks", state.VolumeNodes.All.Sum(node => node.Status.DiskStatus.Count)),
        new(Backups, "Backups"),
    ];
}
