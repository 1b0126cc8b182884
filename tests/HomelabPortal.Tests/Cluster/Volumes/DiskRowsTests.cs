using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Volumes.Disks;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Cluster.Volumes.Disks;

namespace HomelabPortal.Tests.Cluster.Volumes;

public sealed class DiskRowsTests
{
    [Fact]
    public void Of_Disk_SaysWhatMayBePromised()
    {
        var setting = new LonghornSetting { Metadata = Meta("storage-over-provisioning-percentage", Disks.System), Value = "200" };

        var row = Assert.Single(DiskRows.Of(With(Disk(1000, 400, 900), reserved: 100) with { VolumeSettings = Kind(setting), VolumeReplicas = Kind(Replica("a", "node1"), Replica("b", "node1")) }));

        Assert.Equal((HealthState.Healthy, 600L, 1800L, 2), (row.State, row.Used, row.Promisable, row.Replicas));
        Assert.Equal((0.6, 0.5), (row.UsedShare, row.ScheduledShare));
    }

    [Fact]
    public void Of_SettingNotKnown_LeavesThePromiseUnjudged()
    {
        var row = Assert.Single(DiskRows.Of(With(Disk(1000, 400, 900))));

        Assert.Null(row.Promisable);
        Assert.Null(row.ScheduledShare);
    }

    [Theory]
    [InlineData(400, true, true, HealthState.Healthy, "Ready")]
    [InlineData(140, true, true, HealthState.Degraded, "Nearly full")]
    [InlineData(40, true, true, HealthState.Broken, "Full")]
    [InlineData(400, false, true, HealthState.Broken, "Not ready")]
    [InlineData(400, true, false, HealthState.Degraded, "Not schedulable")]
    public void Of_SpaceAndConditions_Decide(long available, bool ready, bool schedulable, HealthState state, string word)
    {
        var row = Assert.Single(DiskRows.Of(With(Disk(1000, available, 0, ready, schedulable))));

        Assert.Equal((state, word), (row.State, row.Word));
    }

    [Fact]
    public void Of_ClosedByTheOwner_IsOffOrEmptying()
    {
        var state = With(Disk(1000, 400, 0), open: false);

        Assert.Equal((HealthState.Off, "Closed"), Assert.Single(DiskRows.Of(state)) is var closed ? (closed.State, closed.Word) : default);
        var emptying = Assert.Single(DiskRows.Of(With(Disk(1000, 400, 0), open: false, evicts: true) with { VolumeReplicas = Kind(Replica("a", "node1")) }));
        Assert.Equal((HealthState.Progressing, "1 replica still to leave it."), (emptying.State, emptying.Sentence));
    }

    [Fact]
    public void Of_NodeThatDoesNotAnswer_IsUnknown() =>
        Assert.Equal(HealthState.Unknown, Assert.Single(DiskRows.Of(With(Disk(1000, 400, 0)) with { Nodes = Kind(Host("node1", "Unknown")) })).State);

    private static LonghornDisk Disk(long maximum, long available, long scheduled, bool ready = true, bool schedulable = true) => new()
    {
        DiskUuid = "disk-of-node1", DiskPath = "/var/lib/longhorn", StorageMaximum = maximum, StorageAvailable = available, StorageScheduled = scheduled,
        Conditions = [new Condition { Type = "Ready", Status = ready ? "True" : "False", Message = "gone" }, new Condition { Type = "Schedulable", Status = schedulable ? "True" : "False", Message = "no space" }],
    };

    private static ClusterState With(LonghornDisk disk, long reserved = 0, bool open = true, bool evicts = false) => Whole with
    {
        VolumeNodes = Kind(new LonghornNode
        {
            Metadata = Meta("node1", Disks.System),
            Spec = new LonghornNodeSpec { AllowScheduling = true, Disks = CompactMap<LonghornDiskSpec>.From([new("disk", new LonghornDiskSpec { AllowScheduling = open, EvictionRequested = evicts, StorageReserved = reserved })]) },
            Status = new LonghornNodeStatus { DiskStatus = CompactMap<LonghornDisk>.From([new("disk", disk)]) },
        }),
    };
}
