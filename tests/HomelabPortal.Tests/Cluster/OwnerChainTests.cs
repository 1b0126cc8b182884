using HomelabPortal.Cluster;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster;

public sealed class OwnerChainTests
{
    private static readonly ClusterState _empty = new() { IsConnected = true };

    [Fact]
    public void Of_PodOfADeployment_ClimbsThroughItsReplicaSet()
    {
        var set = new ReplicaSet { Metadata = Meta("web-7d9f") with { OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = "web", Controller = true }] } };

        Assert.Equal(
            [new OwnerLink("ReplicaSet", "web-7d9f"), new OwnerLink("Deployment", "web")],
            OwnerChain.Of(CrashLooping("web-7d9f-a", "web-7d9f").Metadata, _empty with { ReplicaSets = Kind(set) }));
    }

    [Fact]
    public void Top_ReplicaSetNotKnownYet_IsToldFromTheHash()
    {
        var pod = CrashLooping("web-7d9f-a", "web-7d9f");
        pod = pod with { Metadata = pod.Metadata with { Labels = CompactMap<string>.From([new("pod-template-hash", "7d9f")]) } };

        Assert.Equal(new OwnerLink("Deployment", "web"), OwnerChain.Top(pod, _empty));
    }

    [Fact]
    public void Top_PodThatNobodyManages_IsThePodItself() =>
        Assert.Equal(new OwnerLink("Pod", "alone"), OwnerChain.Top(Pod("alone"), _empty));
}
