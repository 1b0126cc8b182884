using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Acts.Planning;

public sealed class RestartPlansTests
{
    private const string Gone = "It has a single replica: it will be gone for a moment.";

    [Fact]
    public void Deployment_Rolling_StartsTheNewPodFirst()
    {
        var plan = Plan(World.Deployment());

        Assert.Equal(["Deployment media/sonarr: new pods from the same template", "1 pod: the new one starts, then the old one stops"], plan.Lines.Select(line => line.Text));
        Assert.Equal("PATCH /apis/apps/v1/namespaces/media/deployments/sonarr", plan.Lines[0].Call);
        Assert.Contains("kubectl.kubernetes.io/restartedAt", plan.Lines[0].Detail, StringComparison.Ordinal);
        Assert.Empty(plan.Warnings.ToArray());
    }

    [Fact]
    public void Deployment_OfOneReplicaThatMayBeMissing_Warns()
    {
        var deployment = World.Deployment();
        Assert.Equal([Gone], Plan(deployment with { Spec = deployment.Spec with { Strategy = new UpdateStrategy { Type = "RollingUpdate", RollingUpdate = new RollingUpdate { MaxUnavailable = 1 } } } }).Warnings.ToArray());
        Assert.Empty(Plan(deployment with { Spec = deployment.Spec with { Strategy = new UpdateStrategy { Type = "RollingUpdate", RollingUpdate = new RollingUpdate { MaxUnavailable = "50%" } } } }).Warnings.ToArray());
    }

    [Theory]
    [InlineData(1, Gone)]
    [InlineData(2, "All its pods stop at once: it will be gone until new ones are ready.")]
    public void Deployment_ThatRecreates_WarnsThatItIsGone(int replicas, string warning) =>
        Assert.Equal([warning], Plan(World.Deployment(replicas, "Recreate")).Warnings.ToArray());

    [Fact]
    public void Deployment_Paused_IsRefused() => Assert.Equal("Its rollout is paused, so nothing would happen. Resume it first.", Plan(World.Deployment(isPaused: true)).Refusal);

    [Fact]
    public void Deployment_ScaledToNothing_IsRefused() => Assert.Equal("It is scaled to 0: there is nothing to restart.", Plan(World.Deployment(0)).Refusal);

    [Fact]
    public void Deployment_WithAVolumeOfOneNode_WarnsThatTheNewPodMayWait()
    {
        var state = State(World.Deployment()) with { Pods = Objects.Kind(World.Pod(claim: "config")), Claims = Objects.Kind(World.Claim("config", "ReadWriteOnce")) };
        var shared = state with { Claims = Objects.Kind(World.Claim("config", "ReadWriteMany")) };

        Assert.StartsWith("Its volume config can be on one node at a time", Assert.Single(Plan(state, "Deployment").Warnings.ToArray()), StringComparison.Ordinal);
        Assert.Empty(Plan(shared, "Deployment").Warnings.ToArray());
    }

    [Fact]
    public void StatefulSet_OfSeveral_GoesFromTheHighestNumber() =>
        Assert.Contains("3 pods, one by one, sonarr-2 first", Plan(World.StatefulSet(3)).Lines.Select(line => line.Text));

    [Fact]
    public void StatefulSet_OfOne_Warns() => Assert.Equal([Gone], Plan(World.StatefulSet()).Warnings.ToArray());

    [Fact]
    public void StatefulSet_WithAPartition_WarnsOfThePodsBelow() =>
        Assert.Equal(["Pods below number 2 keep running: its partition holds them back."], Plan(World.StatefulSet(3, partition: 2)).Warnings.ToArray());

    [Fact]
    public void Set_OnDelete_WarnsThatNothingHappensYet()
    {
        const string Warning = "Its strategy is OnDelete: the pods of now keep running until somebody deletes them.";

        Assert.Equal([Warning], Plan(World.StatefulSet(1, "OnDelete")).Warnings.ToArray());
        Assert.Equal([Warning], Plan(World.DaemonSet(3, "OnDelete")).Warnings.ToArray());
    }

    [Fact]
    public void DaemonSet_GoesNodeByNode() => Assert.Contains("3 pods, node by node", Plan(World.DaemonSet(3)).Lines.Select(line => line.Text));

    [Fact]
    public void DaemonSet_OnNoNode_IsRefused() => Assert.Equal("It runs on no node: there is nothing to restart.", Plan(World.DaemonSet(0)).Refusal);

    private static ClusterState State(Deployment deployment) => World.Empty with { Deployments = Objects.Kind(deployment) };

    private static ActPlan Plan(Deployment deployment) => Plan(State(deployment), "Deployment");

    private static ActPlan Plan(StatefulSet set) => Plan(World.Empty with { StatefulSets = Objects.Kind(set) }, "StatefulSet");

    private static ActPlan Plan(DaemonSet set) => Plan(World.Empty with { DaemonSets = Objects.Kind(set) }, "DaemonSet");

    private static ActPlan Plan(ClusterState state, string kind) => World.Plan(state, new ActWish.Restart(kind, "media", "sonarr"));
}
