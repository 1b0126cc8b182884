using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Volumes;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Cluster.Volumes.Disks;

namespace HomelabPortal.Tests.Cluster.Volumes;

public sealed class LastReplicasTests
{
    [Fact]
    public void On_TwoWholeReplicasElsewhere_IsEmpty() =>
        Assert.Empty(LastReplicas.All(With(Volume("v"), Replica("v", "node1"), Replica("v", "node2"), Replica("v", "node3"))));

    [Fact]
    public void On_OthersFailedOrRebuilding_NamesTheNodeOfTheLast()
    {
        var state = With(Volume("v", robustness: "degraded"), Replica("v", "node1"), Replica("v", "node2", failed: true), Replica("v", "node3", building: true));

        var last = Assert.Single(LastReplicas.On("node1", state));

        Assert.Equal(("v-claim", LastReplicaCause.OthersNotWhole, true), (last.Name, last.Cause, last.IsInUse));
        Assert.Equal("The only healthy one of its 3 replicas is on node1.", last.Sentence);
        Assert.Equal("/cluster/storage/media/v-claim", last.Href);
        Assert.Empty(LastReplicas.On("node2", state));
    }

    [Fact]
    public void On_OneReplicaWanted_SaysSo() =>
        Assert.Equal(LastReplicaCause.OneWanted, Assert.Single(LastReplicas.On("node2", With(Volume("v", replicas: 1), Replica("v", "node2")))).Cause);

    [Fact]
    public void On_AllReplicasOnOneNode_CountsAsOnePlace() =>
        Assert.Equal(LastReplicaCause.AllOnOneNode, Assert.Single(LastReplicas.On("node2", With(Volume("v", replicas: 2), Replica("v", "node2"), Second("v", "node2")))).Cause);

    [Fact]
    public void On_OtherNodeSilent_LeavesTheOneThatAnswers()
    {
        var state = With(Volume("v", replicas: 2), Replica("v", "node1"), Replica("v", "node2")) with { Nodes = Kind(Host("node1"), Host("node2", "Unknown")) };

        Assert.Equal(LastReplicaCause.OthersSilent, Assert.Single(LastReplicas.On("node1", state)).Cause);
        Assert.Empty(LastReplicas.On("node2", state));
    }

    [Fact]
    public void On_LonghornDownOnTheOtherNode_LeavesTheOneThatAnswers()
    {
        var down = new LonghornNode { Metadata = Meta("node2", Disks.System), Status = new LonghornNodeStatus { Conditions = [new Condition { Type = "Ready", Status = "False" }] } };
        var state = With(Volume("v", replicas: 2), Replica("v", "node1"), Replica("v", "node2")) with { VolumeNodes = Kind(down) };

        Assert.Single(LastReplicas.On("node1", state));
    }

    [Fact]
    public void On_DetachedVolume_IsListedAsNotInUse() =>
        Assert.False(Assert.Single(LastReplicas.On("node1", With(Volume("v", 1, "detached", "unknown"), Replica("v", "node1")))).IsInUse);

    [Fact]
    public void On_EngineSaysWriteOnly_DoesNotCountThatReplica()
    {
        var engine = new LonghornEngine
        {
            Metadata = Meta("v-e-0", Disks.System), Spec = new LonghornEngineSpec { VolumeName = "v" },
            Status = new LonghornEngineStatus { CurrentState = "running", ReplicaModeMap = CompactMap<string>.From([new("v-r-node1", "RW"), new("v-r-node2", "WO")]) },
        };

        Assert.Equal("node1", Assert.Single(LastReplicas.All(With(Volume("v", 2), Replica("v", "node1"), Replica("v", "node2")) with { VolumeEngines = Kind(engine) })).Node);
    }

    [Fact]
    public void On_NoWholeReplica_IsAlreadyFaultedAndNotListed() =>
        Assert.Empty(LastReplicas.All(With(Volume("v", robustness: "faulted"), Replica("v", "node1", failed: true))));

    [Fact]
    public void On_VolumeOfOneNodesFileSystem_IsListed()
    {
        var state = Whole with { PersistentVolumes = Kind(Pinned("pinned", "cache", "node2"), Pinned("shared", "media", "node1", "node2"), Persistent("anywhere", "x")) };

        var last = Assert.Single(LastReplicas.All(state));

        Assert.Equal(("node2", "cache", LastReplicaCause.NodeStorage), (last.Node, last.Claim, last.Cause));
    }

    [Fact]
    public void IsKnown_ReplicasForbidden_IsFalse()
    {
        Assert.True(LastReplicas.IsKnown(Whole));
        Assert.True(LastReplicas.IsKnown(Whole with { Volumes = Whole.Volumes with { Status = SourceStatus.NotInstalled }, VolumeReplicas = Whole.VolumeReplicas with { Status = SourceStatus.NotInstalled } }));
        Assert.False(LastReplicas.IsKnown(Whole with { VolumeReplicas = Whole.VolumeReplicas with { Status = new SourceStatus(SourcePhase.Forbidden) } }));
        Assert.False(LastReplicas.IsKnown(Whole with { Volumes = ClusterKind<LonghornVolume>.Syncing }));
    }

    /// <summary>Whatever the replicas: a volume is listed for a node exactly when taking that node's replicas away leaves no whole one, and some are there now.</summary>
    [Fact]
    public void All_AnyReplicas_ListsExactlyTheNodesWhoseLossTakesTheLast()
    {
        var places = Gen.Elements("node1", "node2", "node3", "");
        var one = places.SelectMany(node => Gen.Elements(0, 1, 2).Select(kind => (Node: node, Kind: kind)));
        Prop.ForAll(one.ArrayOf().ToArbitrary(), drawn =>
        {
            var replicas = drawn.Select((draw, index) => Replica("v", draw.Node, failed: draw.Kind == 1, building: draw.Kind == 2) with { Metadata = Meta($"r{index}", Disks.System) }).ToArray();
            var state = With(Volume("v"), replicas);
            var whole = drawn.Where(draw => draw.Kind == 0 && draw.Node.Length > 0).Select(draw => draw.Node).ToList();
            return new[] { "node1", "node2", "node3" }.All(node =>
                LastReplicas.On(node, state).Count == (whole.Count > 0 && whole.All(other => other == node) ? 1 : 0));
        }).QuickCheckThrowOnFailure();
    }

    private static LonghornReplica Second(string volume, string node) => Replica(volume, node) with { Metadata = Meta($"{volume}-r-second", Disks.System) };

    private static ClusterState With(LonghornVolume volume, params LonghornReplica[] replicas) => Whole with { Volumes = Kind(volume), VolumeReplicas = Kind(replicas) };
}
