using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Volumes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Cluster.Volumes.Disks;

namespace HomelabPortal.Tests.Cluster.Volumes;

public sealed class VolumeViewsTests
{
    [Fact]
    public void Of_ReplicaBeingFilled_HasTheEnginesProgress()
    {
        var view = View(Rebuilding(42), Replica("v", "node1"), Replica("v", "node2", building: true), Replica("v", "node3"));

        var filled = view.Replicas.Single(replica => replica.Node == "node2");
        Assert.Equal((HealthState.Progressing, "Rebuilding 42 %", 42, false), (filled.State, filled.Word, filled.Progress, filled.IsWhole));
        Assert.Equal((2, 3, "node1, node3"), (view.Whole, view.Wanted, view.Places));
    }

    [Fact]
    public void Verdict_RebuildingWithTwoWhole_IsProgressAndNoProblem()
    {
        var verdict = View(Rebuilding(42), Replica("v", "node1"), Replica("v", "node2", building: true), Replica("v", "node3")).Verdict;

        Assert.Equal((HealthState.Progressing, "Rebuilding 42 %", false), (verdict.State, verdict.Word, verdict.NeedsSomeone));
        Assert.Equal("2 of its 3 replicas are healthy. Another is being rebuilt on node2, 42 % done.", verdict.Sentence);
    }

    [Fact]
    public void Verdict_RebuildingFromTheLastOne_StaysDegraded()
    {
        var verdict = View(Rebuilding(7), Replica("v", "node1"), Replica("v", "node2", building: true), Replica("v", "node3", failed: true)).Verdict;

        Assert.Equal((HealthState.Degraded, "Rebuilding 7 %"), (verdict.State, verdict.Word));
        Assert.StartsWith("Only 1 of its 3 replicas is healthy, on node1.", verdict.Sentence);
    }

    [Fact]
    public void Of_RebuildThatIsOver_LeavesNoProgressBehind()
    {
        var engine = Rebuilding(100) is var over ? over with { Status = over.Status with { RebuildStatus = CompactMap<LonghornRebuild>.From([new("tcp://10.0.0.2:1", new LonghornRebuild { Progress = 100, State = "complete" })]) } } : null!;

        Assert.All(View(engine, Replica("v", "node1"), Replica("v", "node2")).Replicas, replica => Assert.Equal((HealthState.Healthy, null), (replica.State, replica.Progress)));
    }

    [Fact]
    public void Of_DetachedVolume_HasStoppedReplicasThatHoldAllData()
    {
        var stopped = Replica("v", "node1") is var replica ? replica with { Status = new LonghornReplicaStatus { CurrentState = "stopped" } } : null!;
        var view = VolumeViews.Of(Whole with { Volumes = Kind(Volume("v", 1, "detached", "unknown")), VolumeReplicas = Kind(stopped) })["v"];

        Assert.Equal((HealthState.Off, "Stopped", true), (view.Replicas[0].State, view.Replicas[0].Word, view.Replicas[0].IsWhole));
        Assert.Equal((HealthState.Off, "Detached"), (view.Verdict.State, view.Verdict.Word));
    }

    [Fact]
    public void Of_ReplicaOnASilentNode_IsUnknownNotHealthy()
    {
        var state = Whole with { Nodes = Kind(Host("node1"), Host("node2", "Unknown")), Volumes = Kind(Volume("v", 2)), VolumeReplicas = Kind(Replica("v", "node1"), Replica("v", "node2")) };

        Assert.Equal([HealthState.Healthy, HealthState.Unknown], VolumeViews.Of(state)["v"].Replicas.Select(replica => replica.State));
    }

    [Theory]
    [InlineData("", false, false, HealthState.Degraded, "Not placed")]
    [InlineData("node1", true, false, HealthState.Broken, "Failed")]
    [InlineData("node1", false, true, HealthState.Progressing, "Rebuilding")]
    [InlineData("node1", false, false, HealthState.Healthy, "Healthy")]
    public void Of_Replica_IsReadAsLonghornMeansIt(string node, bool failed, bool building, HealthState state, string word)
    {
        var view = VolumeViews.Of(Whole with { Volumes = Kind(Volume("v")), VolumeReplicas = Kind(Replica("v", node, failed, building)) })["v"].Replicas[0];

        Assert.Equal((state, word), (view.State, view.Word));
    }

    [Fact]
    public void Of_Replica_NamesItsDisk()
    {
        var disk = new LonghornNode
        {
            Metadata = Meta("node1", Disks.System),
            Status = new LonghornNodeStatus { DiskStatus = CompactMap<LonghornDisk>.From([new("other", new LonghornDisk { DiskUuid = "x" }), new("ssd", new LonghornDisk { DiskUuid = "disk-of-node1", DiskPath = "/mnt/ssd" })]) },
        };

        var view = VolumeViews.Of(Whole with { Volumes = Kind(Volume("v")), VolumeReplicas = Kind(Replica("v", "node1")), VolumeNodes = Kind(disk) })["v"].Replicas[0];

        Assert.Equal(("ssd", "/mnt/ssd"), (view.Disk, view.DiskPath));
    }

    [Fact]
    public void Problems_OneHealthyReplicaLeft_SayWhereAndLeadToTheClaim()
    {
        var state = Whole with { Volumes = Kind(Volume("v", robustness: "degraded")), VolumeReplicas = Kind(Replica("v", "node1"), Replica("v", "node2", failed: true)) };

        var problem = Assert.Single(ClusterProblems.Find(state.WithRows(), Now));

        Assert.Equal((HealthState.Degraded, "v-claim has one healthy replica left", "/cluster/storage/media/v-claim"), (problem.State, problem.Title, problem.Link));
        Assert.Equal("Only 1 of its 3 replicas is healthy, on node1.", problem.Sentence);
    }

    private static LonghornEngine Rebuilding(int progress) => new()
    {
        Metadata = Meta("v-e-0", Disks.System), Spec = new LonghornEngineSpec { VolumeName = "v" },
        Status = new LonghornEngineStatus
        {
            CurrentState = "running",
            CurrentReplicaAddressMap = CompactMap<string>.From([new("v-r-node1", "10.0.0.1:1"), new("v-r-node2", "10.0.0.2:1")]),
            RebuildStatus = CompactMap<LonghornRebuild>.From([new("tcp://10.0.0.2:1", new LonghornRebuild { IsRebuilding = true, Progress = progress, State = "in_progress" })]),
        },
    };

    private static VolumeView View(LonghornEngine engine, params LonghornReplica[] replicas) =>
        VolumeViews.Of(Whole with { Volumes = Kind(Volume("v", robustness: "degraded")), VolumeReplicas = Kind(replicas), VolumeEngines = Kind(engine) })["v"];
}
