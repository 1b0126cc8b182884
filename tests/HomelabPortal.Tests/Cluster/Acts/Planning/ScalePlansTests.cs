using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Planning;

namespace HomelabPortal.Tests.Cluster.Acts.Planning;

public sealed class ScalePlansTests
{
    [Fact]
    public void Scale_Up_SaysBothNumbersAndMakesPods()
    {
        var plan = Plan(Deployment(2), 4);

        Assert.Equal(["~ Deployment media/sonarr: replicas 2 → 4", "+ 2 pods"], plan.Lines.Select(line => $"{line.Sign} {line.Text}"));
        Assert.Equal("PATCH /apis/apps/v1/namespaces/media/deployments/sonarr/scale", plan.Lines[0].Call);
        Assert.Empty(plan.Warnings.ToArray());
    }

    [Fact]
    public void Scale_Down_TakesPodsAway() => Assert.Equal("− 1 pod", Plan(Deployment(2), 1).Lines.Select(line => $"{line.Sign} {line.Text}").Last());

    [Fact]
    public void Scale_ToNothing_WarnsThatItIsSwitchedOff() =>
        Assert.Equal(["It is switched off: nothing answers for sonarr until it is scaled up again."], Plan(Deployment(1), 0).Warnings.ToArray());

    [Fact]
    public void Scale_ToWhatItIs_IsRefused() => Assert.Equal("It has 2 replicas already.", Plan(Deployment(2), 2).Refusal);

    [Theory]
    [InlineData(-1)]
    [InlineData(ScalePlans.Most + 1)]
    public void Scale_OutOfBounds_IsRefused(int replicas) => Assert.Equal($"Replicas are from 0 to {ScalePlans.Most}.", Plan(Deployment(1), replicas).Refusal);

    [Fact]
    public void Scale_OfWhatAnAutoscalerSets_IsRefused()
    {
        var state = Deployment(2) with { Autoscalers = Objects.Kind(World.Autoscaler()) };

        Assert.Equal("The autoscaler busy sets its replicas, from 2 to 5, and would overrule you. Change its bounds instead.", Plan(state, 4).Refusal);
    }

    [Fact]
    public void Scale_ToNothingUnderAnAutoscaler_WarnsThatItRests()
    {
        var state = Deployment(2) with { Autoscalers = Objects.Kind(World.Autoscaler()) };

        Assert.Contains("The autoscaler busy rests until somebody scales it up again.", Plan(state, 0).Warnings.ToArray());
    }

    [Fact]
    public void Scale_UpWithAVolumeOfOneNode_Warns()
    {
        var state = Deployment(1) with { Pods = Objects.Kind(World.Pod(claim: "config")), Claims = Objects.Kind(World.Claim("config", "ReadWriteOnce")) };

        Assert.Equal(["Its volume config can be on one node at a time: pods on other nodes will wait for it."], Plan(state, 2).Warnings.ToArray());
    }

    [Fact]
    public void Scale_StatefulSetDown_WarnsThatVolumesStay()
    {
        var plan = World.Plan(World.Empty with { StatefulSets = Objects.Kind(World.StatefulSet(3)) }, new ActWish.Scale("StatefulSet", "media", "sonarr", 1));

        Assert.Equal(["The volumes of the pods that go stay, and are used again when it is scaled up."], plan.Warnings.ToArray());
    }

    [Fact]
    public void Scale_DaemonSet_IsRefused()
    {
        var plan = World.Plan(World.Empty with { DaemonSets = Objects.Kind(World.DaemonSet(3)) }, new ActWish.Scale("DaemonSet", "media", "sonarr", 1));

        Assert.Equal("A DaemonSet has one pod for each of its nodes; there is no number to set.", plan.Refusal);
    }

    private static ClusterState Deployment(int replicas) => World.Empty with { Deployments = Objects.Kind(World.Deployment(replicas)) };

    private static ActPlan Plan(ClusterState state, int replicas) => World.Plan(state, new ActWish.Scale("Deployment", "media", "sonarr", replicas));
}
