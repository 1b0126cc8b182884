using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Volumes.Claims;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Cluster.Volumes.Disks;

namespace HomelabPortal.Tests.Cluster.Volumes;

public sealed class ClaimRowsTests
{
    private static readonly ClusterState _bound = Whole with
    {
        Claims = Kind(Claim("config", "v")), PersistentVolumes = Kind(Persistent("v", "config")),
        Volumes = Kind(Volume("v", claim: "config")), VolumeReplicas = Kind(Replica("v", "node1"), Replica("v", "node2"), Replica("v", "node3")),
    };

    [Fact]
    public void Of_BoundClaimOnLonghorn_HasSpaceReplicasAndTheVolumesState()
    {
        var row = Assert.Single(ClaimRows.Of(_bound, Now));

        Assert.Equal((HealthState.Healthy, "Healthy", "Bound", "longhorn", "RWO"), (row.State, row.Word, row.Status, row.Class, row.AccessModes));
        Assert.Equal((5L << 30, 2L << 30, "3/3", "node1, node2, node3"), (row.Capacity!.Value, row.Used!.Value, row.Replicas, row.Places));
        Assert.Null(row.LastOn);
    }

    [Fact]
    public void Of_DegradedVolume_MakesTheBoundClaimDegraded()
    {
        var row = Assert.Single(ClaimRows.Of(_bound with { Volumes = Kind(Volume("v", robustness: "degraded")), VolumeReplicas = Kind(Replica("v", "node1"), Replica("v", "node2", failed: true)) }, Now));

        Assert.Equal((HealthState.Degraded, "1/3", "node1"), (row.State, row.Replicas, row.LastOn));
    }

    [Fact]
    public void Of_LostClaim_IsBrokenWhateverItsVolume() =>
        Assert.Equal(HealthState.Broken, Assert.Single(ClaimRows.Of(_bound with { Claims = Kind(Claim("config", "v", "Lost")) }, Now)).State);

    [Fact]
    public void Of_VolumeUnderAnotherHandle_IsFoundByIt()
    {
        var persistent = Persistent("pv-by-hand", "config") is var volume ? volume with { Spec = volume.Spec with { Csi = new CsiVolume { Driver = "driver.longhorn.io", VolumeHandle = "v" } } } : null!;

        Assert.Equal("3/3", Assert.Single(ClaimRows.Of(_bound with { Claims = Kind(Claim("config", "pv-by-hand")), PersistentVolumes = Kind(persistent) }, Now)).Replicas);
    }

    [Fact]
    public void Of_MountedByADeploymentsPod_NamesTheDeployment()
    {
        var pod = Pod("web-1-a", Running()) is var made ? made with
        {
            Metadata = made.Metadata with { OwnerReferences = [new OwnerReference { Kind = "ReplicaSet", Name = "web-1", Controller = true }] },
            Spec = made.Spec with { Volumes = [new PodVolume { Name = "data", PersistentVolumeClaim = new PodVolumeClaim { ClaimName = "config" } }] },
        } : null!;
        var set = new ReplicaSet { Metadata = Meta("web-1") with { OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = "web", Controller = true }] } };

        var row = Assert.Single(ClaimRows.Of(_bound with { Pods = Kind(pod), ReplicaSets = Kind(set) }, Now));

        Assert.Equal(("web", "/cluster/workloads/deployments/media/web"), (row.UsedBy, row.UsedByHref));
    }

    [Fact]
    public void Of_VolumeOfOneNode_SaysWhichAndCannotCountReplicas()
    {
        var row = Assert.Single(ClaimRows.Of(Whole with { Claims = Kind(Claim("cache", "pinned")), PersistentVolumes = Kind(Pinned("pinned", "cache", "node2")) }, Now));

        Assert.Equal(("node2", "node2", (int?)null, (long?)null, false), (row.Places, row.LastOn, row.Whole, row.Used, row.CanBeBackedUp));
    }

    [Fact]
    public void View_Claim_FollowsTheChainDownToTheReplicas()
    {
        var view = ClaimView.Of("media", "config", _bound, Now)!;
        var links = ClaimChain.Of(view, _bound, Now);

        Assert.Equal(["Used by", "Claim", "PersistentVolume", "Longhorn volume"], links.Select(link => link.Kind));
        Assert.Equal(3, view.Volume!.Replicas.Count);
        Assert.Equal("/cluster/nodes/node2", ClaimChainOfPinned().Single(link => link.Kind == "Data").Href);
    }

    [Fact]
    public void View_UnboundClaim_SaysThatNothingIsBound()
    {
        var state = Whole with { Claims = Kind(Claim("waiting", "", "Pending")) };

        Assert.Contains(ClaimChain.Of(ClaimView.Of("media", "waiting", state, Now)!, state, Now), link => link is { Name: "None yet", Facts: "Nothing is bound to the claim" });
    }

    [Fact]
    public void View_UnknownClaim_IsNull() => Assert.Null(ClaimView.Of("media", "none", _bound, Now));

    private static IReadOnlyList<ChainLink> ClaimChainOfPinned()
    {
        var state = Whole with { Claims = Kind(Claim("cache", "pinned")), PersistentVolumes = Kind(Pinned("pinned", "cache", "node2")) };
        return ClaimChain.Of(ClaimView.Of("media", "cache", state, Now)!, state, Now);
    }
}
