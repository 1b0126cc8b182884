using HomelabPortal.Cluster.Volumes.Persistent;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Cluster.Volumes.Disks;

namespace HomelabPortal.Tests.Cluster.Volumes;

public sealed class PersistentVolumeRowsTests
{
    [Theory]
    [InlineData("Bound", "Delete", HealthState.Healthy)]
    [InlineData("Available", "Retain", HealthState.Off)]
    [InlineData("Released", "Retain", HealthState.Off)]
    [InlineData("Released", "Delete", HealthState.Progressing)]
    [InlineData("Failed", "Delete", HealthState.Broken)]
    [InlineData("Pending", "Delete", HealthState.Progressing)]
    [InlineData("", "Delete", HealthState.Unknown)]
    public void Judge_Phase_Decides(string phase, string policy, HealthState expected)
    {
        var volume = Persistent("v", "config", phase);

        Assert.Equal(expected, PersistentVolumeRows.Judge(volume with { Spec = volume.Spec with { PersistentVolumeReclaimPolicy = policy } }).State);
    }

    [Fact]
    public void Of_ReleasedVolume_ComesFirstAndLinksToNoClaim()
    {
        var state = Whole with { Claims = Kind(Claim("config", "bound")), PersistentVolumes = Kind(Persistent("bound", "config"), Persistent("old", "config", "Released")) };

        var rows = PersistentVolumeRows.Of(state);

        Assert.Equal(["old", "bound"], rows.Select(row => row.Name));
        Assert.Equal([null, "/cluster/storage/media/config"], rows.Select(row => row.ClaimHref));
    }

    [Fact]
    public void Backing_OfEachKind_SaysWhatHoldsTheData()
    {
        var nfs = Persistent("nfs", "media") is var volume ? volume with { Spec = volume.Spec with { Csi = null, Nfs = new NfsVolume { Server = "10.0.0.20", Path = "/tank" } } } : null!;

        Assert.Equal(("Longhorn", ""), PersistentVolumeRows.Backing(Persistent("v", "x"), Whole));
        Assert.Equal(("NFS 10.0.0.20", "/tank"), PersistentVolumeRows.Backing(nfs, Whole));
        Assert.Equal(("node2", "/var/lib/data"), PersistentVolumeRows.Backing(Pinned("p", "x", "node2"), Whole));
        Assert.Equal(("smb.csi.k8s.io", "v"), PersistentVolumeRows.Backing(Persistent("v", "x", driver: "smb.csi.k8s.io"), Whole));
    }

    [Fact]
    public void Classes_DefaultFirst_WithTheClaimsThatAskForThem()
    {
        var standard = new StorageClass { Metadata = Meta("longhorn", "") with { Annotations = CompactMap<string>.From([new("storageclass.kubernetes.io/is-default-class", "true")]) }, Provisioner = "driver.longhorn.io" };
        var other = new StorageClass { Metadata = Meta("a", "") };

        var rows = StorageClassRows.Of(Whole with { StorageClasses = Kind(other, standard), Claims = Kind(Claim("config", "v")) });

        Assert.Equal([("longhorn", true, 1), ("a", false, 0)], rows.Select(row => (row.Name, row.IsDefault, row.Claims)));
    }
}
