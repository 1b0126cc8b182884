using HomelabPortal.Cluster.Drain;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Drain.DrainCases;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Drain;

public sealed class DrainPodsTests
{
    [Theory]
    [InlineData("ReplicaSet", DrainFate.Moves)]
    [InlineData("StatefulSet", DrainFate.Moves)]
    [InlineData("Job", DrainFate.Moves)]
    [InlineData("DaemonSet", DrainFate.StaysWithDaemonSet)]
    public void Pod_WithAController_FollowsIt(string kind, DrainFate fate) => Assert.Equal(fate, Fate(OwnedBy(kind, "sonarr")));

    [Fact]
    public void Pod_WithoutAController_IsGoneForGood() => Assert.Equal(DrainFate.IsGoneForGood, Fate(Pod("debug", Running())));

    [Fact]
    public void Pod_WithAnOwnerThatIsNoController_IsGoneForGood()
    {
        var pod = Pod("debug", Running());

        Assert.Equal(DrainFate.IsGoneForGood, Fate(pod with { Metadata = pod.Metadata with { OwnerReferences = [new OwnerReference { Kind = "Node", Name = "node1" }] } }));
    }

    [Theory]
    [InlineData("Succeeded")]
    [InlineData("Failed")]
    public void Pod_ThatIsDone_CostsNothing(string phase) => Assert.Equal(DrainFate.Finished, Fate(Pod("migrate", phase: phase)));

    [Fact]
    public void Pod_OfADaemonSetThatFailed_IsDone()
    {
        var pod = OwnedBy("DaemonSet", "agent");

        Assert.Equal(DrainFate.Finished, Fate(pod with { Status = pod.Status with { Phase = "Failed" } }));
    }

    [Fact]
    public void Mirror_OfAStaticPod_Stays()
    {
        var pod = Pod("kube-vip-node1", Running());
        var mirror = pod with { Metadata = pod.Metadata with { Annotations = CompactMap<string>.From([KeyValuePair.Create("kubernetes.io/config.mirror", "abc")]) } };

        Assert.Equal(DrainFate.StaysStatic, Fate(mirror));
    }

    [Fact]
    public void EmptyDir_OfAPodThatMoves_IsLost() => Assert.True(Assert.Single(DrainPods.Of([WithScratch(OwnedBy("ReplicaSet", "sonarr-7d"))])).LosesScratch);

    [Fact]
    public void EmptyDir_OfAPodThatStays_IsKept() => Assert.False(Assert.Single(DrainPods.Of([WithScratch(OwnedBy("DaemonSet", "agent"))])).LosesScratch);

    internal static Pod WithScratch(Pod pod) => pod with { Spec = pod.Spec with { Volumes = [new PodVolume { Name = "cache", EmptyDir = new PodEmptyDir() }] } };

    private static DrainFate Fate(Pod pod) => Assert.Single(DrainPods.Of([pod])).Fate;
}
