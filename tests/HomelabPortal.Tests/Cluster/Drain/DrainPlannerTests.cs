using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Drain;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Drain.DrainCases;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Drain;

public sealed class DrainPlannerTests
{
    [Fact]
    public void Node_WithPodsThatMove_IsDrainedWithoutAWord()
    {
        var plan = Plan(House(OwnedBy("ReplicaSet", "sonarr-7d")));

        Assert.Null(plan.Refusal);
        Assert.Empty(plan.Findings);
        Assert.Equal("media/sonarr-1", Assert.Single(plan.Leaving).Key);
    }

    [Fact]
    public void Pods_OfOtherNodes_AreLeftAlone() =>
        Assert.Empty(Plan(House(Pod("elsewhere", Running(), node: "node2"))).Pods);

    [Fact]
    public void Node_ThatIsNotThere_IsRefused() => Assert.Equal("The cluster has no node node9 now.", DrainPlanner.Plan(House(), "node9", Facts, Everything).Refusal);

    [Fact]
    public void Node_ThatIsCordonedAndEmpty_IsDrainedAlready()
    {
        var cordoned = Node("node1") with { Spec = new NodeSpec { Unschedulable = true } };

        Assert.Equal("node1 is drained already.", Plan(House(OwnedBy("DaemonSet", "agent")) with { Nodes = Kind(cordoned, Node("node2")) }).Refusal);
    }

    [Fact]
    public void Pods_ThatCannotBeSeen_AreNotTakenForNone()
    {
        var state = House() with { Pods = new ClusterKind<Pod>(House().Pods.Items, new SourceStatus(SourcePhase.Stale, Now, "gone")) };

        Assert.StartsWith("The node and its pods cannot be seen now", Plan(state).Refusal);
    }

    [Fact]
    public void PodThatNothingMakesAgain_IsRefusedUntilAllowed()
    {
        var state = House(Pod("debug", Running()));

        Assert.Equal("media/debug would be gone for good, because nothing makes it again. Allow that first.", DrainPlanner.Plan(state, "node1", Facts, new DrainChoices(true, false)).Refusal);
        Assert.Null(Plan(state).Refusal);
    }

    [Fact]
    public void Scratch_IsRefusedUntilAllowed()
    {
        var state = House(DrainPodsTests.WithScratch(OwnedBy("ReplicaSet", "sonarr-7d")));

        Assert.Equal("media/sonarr-1 would lose the files in its emptyDir volumes. Allow that first.", DrainPlanner.Plan(state, "node1", Facts, new DrainChoices(false, true)).Refusal);
        Assert.Equal(["pod.scratch"], Plan(state).Codes());
    }

    [Fact]
    public void PodsThatLeaveAlready_AskForNothing()
    {
        var pod = Pod("debug", Running());

        Assert.Null(DrainPlanner.Plan(House(pod with { Metadata = pod.Metadata with { DeletionTimestamp = Now } }), "node1", Facts, DrainChoices.None).Refusal);
    }

    [Fact]
    public void Findings_TheWorstOnesFirst()
    {
        var facts = Facts with { AddressHolder = "node1" };

        Assert.Equal(["volume.last-replica", "address.moves"], DrainPlanner.Plan(House().WithLastReplica(), "node1", facts, Everything).Codes());
    }

    private static DrainPlan Plan(ClusterState state) => DrainPlanner.Plan(state, "node1", Facts, Everything);
}
