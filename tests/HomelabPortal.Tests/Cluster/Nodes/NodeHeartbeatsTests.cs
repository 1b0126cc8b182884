using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Nodes;

public sealed class NodeHeartbeatsTests
{
    [Fact]
    public void Of_LeaseBehindTheNewest_IsLate()
    {
        var heard = NodeHeartbeats.Of(With(Lease("node1", 5), Lease("node2", 50)), Now);

        Assert.Equal((false, true), (heard["node1"].IsLate, heard["node2"].IsLate));
    }

    [Fact]
    public void Of_PortalClockAhead_TakesNobodyForSilent() =>
        Assert.DoesNotContain(NodeHeartbeats.Of(With(Lease("node1", 125), Lease("node2", 120)), Now), heard => heard.Value.IsLate);

    [Fact]
    public void Of_AllOldByMinutes_AreLate() =>
        Assert.All(NodeHeartbeats.Of(With(Lease("node1", 400), Lease("node2", 401)), Now), heard => Assert.True(heard.Value.IsLate));

    [Fact]
    public void Of_LeasesForbidden_SaysNothing() =>
        Assert.Empty(NodeHeartbeats.Of(With(Lease("node1", 400)) with { NodeLeases = ClusterKind<Lease>.Syncing with { Status = new SourceStatus(SourcePhase.Forbidden) } }, Now));

    [Fact]
    public void Row_LateLease_IsUnknownThoughTheClusterStillSaysReady()
    {
        var row = With(Lease("node1", 2), Lease("node2", 60)).WithRows().NodeRows.Single(row => row.Name == "node2");

        Assert.Equal((HealthState.Unknown, "Unknown", "Its kubelet was last heard at 09:29:00 UTC."), (row.State, row.Word, row.Sentence));
    }

    [Fact]
    public void Judge_NotReadyAndLate_StaysNotReady() =>
        Assert.Equal(HealthState.Broken, NodeHealth.Judge(Node("node1", "False"), null, 0, new NodeHeartbeat(Now, true)).State);

    private static ClusterState With(params Lease[] leases) => new() { IsConnected = true, Nodes = Kind(Node("node1"), Node("node2")), NodeLeases = Kind(leases) };

    private static Lease Lease(string node, int secondsAgo) => new()
    {
        Metadata = Meta(node, "kube-node-lease"), Spec = new LeaseSpec { HolderIdentity = node, LeaseDurationSeconds = 40, RenewTime = Now.AddSeconds(-secondsAgo) },
    };
}
