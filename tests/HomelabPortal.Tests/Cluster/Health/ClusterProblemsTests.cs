using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Health;

public sealed class ClusterProblemsTests
{
    private static readonly ClusterState _calm = new() { IsConnected = true, Nodes = Kind(Node("node1")), Pods = Kind(Pod("web", Running())) };

    [Fact]
    public void Find_CalmCluster_IsEmpty() => Assert.Empty(ClusterProblems.Find(_calm.WithRows(), Now));

    [Fact]
    public void Find_CrashingPodsOfADeployment_IsOneProblemNamedForIt()
    {
        var set = new ReplicaSet { Metadata = Meta("jellyseerr-7d9f") with { OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = "jellyseerr", Controller = true }] } };
        var deployment = new Deployment { Metadata = Meta("jellyseerr"), Spec = new DeploymentSpec { Replicas = 2 }, Status = new DeploymentStatus { Replicas = 2, UpdatedReplicas = 2 } };
        var state = _calm with { Pods = Kind(CrashLooping("jellyseerr-7d9f-a", "jellyseerr-7d9f"), CrashLooping("jellyseerr-7d9f-b", "jellyseerr-7d9f")), ReplicaSets = Kind(set), Deployments = Kind(deployment) };

        var problem = Assert.Single(ClusterProblems.Find(state.WithRows(), Now));

        Assert.Equal((HealthState.Broken, "jellyseerr keeps crashing"), (problem.State, problem.Title));
        Assert.Equal("Exit code 1, 14 restarts in 20 minutes. 2 pods affected.", problem.Sentence);
        Assert.Equal("/cluster/pods/media/jellyseerr-7d9f-a", problem.Link);
    }

    [Fact]
    public void Find_DeploymentThatIsDownWithoutPods_IsAProblemOfItsOwn()
    {
        var deployment = new Deployment { Metadata = Meta("web"), Spec = new DeploymentSpec { Replicas = 1 }, Status = new DeploymentStatus { Replicas = 1, UpdatedReplicas = 1 } };

        Assert.Equal("web is down", Assert.Single(ClusterProblems.Find((_calm with { Deployments = Kind(deployment) }).WithRows(), Now)).Title);
    }

    [Fact]
    public void Find_SilentNode_IsUnknownAndListed()
    {
        var problem = Assert.Single(ClusterProblems.Find((_calm with { Nodes = Kind(Node("node2", "Unknown")) }).WithRows(), Now));

        Assert.Equal((HealthState.Unknown, "node2 does not answer", "/cluster/nodes/node2"), (problem.State, problem.Title, problem.Link));
    }

    [Fact]
    public void Find_DegradedVolumeAndFullDisk_NamesTheDiskAsTheReason()
    {
        var volume = new LonghornVolume
        {
            Metadata = Meta("pvc-1", "longhorn-system"), Spec = new LonghornVolumeSpec { NumberOfReplicas = 3 },
            Status = new LonghornVolumeStatus { State = "attached", Robustness = "degraded", KubernetesStatus = new LonghornKubernetesStatus { PvcName = "radarr-config" } },
        };
        var disks = new LonghornNode
        {
            Metadata = Meta("node1", "longhorn-system"),
            Status = new LonghornNodeStatus { DiskStatus = CompactMap<LonghornDisk>.From([new("disk", new LonghornDisk { StorageMaximum = 1000, StorageAvailable = 90 })]) },
        };

        var problems = ClusterProblems.Find((_calm with { Volumes = Kind(volume), VolumeNodes = Kind(disks) }).WithRows(), Now);

        Assert.Contains(problems, problem => problem is { Title: "radarr-config has lost a replica", Sentence: "Fewer than its 3 replicas are healthy. The disk of node1 is 91 % full." });
        Assert.Contains(problems, problem => problem.Title == "node1's disk is nearly full");
    }

    [Fact]
    public void Find_SeveralProblems_WorstFirstInAnOrderThatStays()
    {
        var state = _calm with
        {
            Nodes = Kind(Node("node1", "Unknown"), Node("node2", "True", new Condition { Type = "MemoryPressure", Status = "True" })),
            Pods = Kind(CrashLooping("b"), CrashLooping("a")),
        };

        Assert.Equal(
            ["a keeps crashing", "b keeps crashing", "node2 is under strain: memory pressure", "node1 does not answer"],
            ClusterProblems.Find(state.WithRows(), Now).Select(problem => problem.Title));
    }

    [Fact]
    public void Find_SingleRestart_IsNoProblem() =>
        Assert.Empty(ClusterProblems.Find((_calm with { Pods = Kind(Pod("web", Running(1, Now.AddMinutes(-2)))) }).WithRows(), Now));
}
