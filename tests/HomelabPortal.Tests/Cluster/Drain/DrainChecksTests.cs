using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Drain;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Drain.DrainCases;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Drain;

public sealed class DrainChecksTests
{
    [Fact]
    public void LastReplica_OnTheNode_NamesTheVolume()
    {
        var finding = Assert.Single(Findings(House().WithLastReplica()));

        Assert.StartsWith("It has one replica, on node1.", finding.Sentence);
        Assert.Equal(new DrainSubject("media/jellyfin-config", "/cluster/storage/media/jellyfin-config"), Assert.Single(finding.Subjects));
    }

    [Fact]
    public void Volumes_ThatCannotBeSeen_AreUnknownAndNotSafe() =>
        Assert.Equal(DrainWeight.Unknown, Assert.Single(Findings(House() with { VolumeReplicas = ClusterKind<LonghornReplica>.Syncing }), finding => finding.Code == "volumes.unknown").Weight);

    [Fact]
    public void Longhorn_ThatIsNotInstalled_IsNoFinding() => Assert.Empty(Findings(House() with
    {
        Volumes = new ClusterKind<LonghornVolume>(House().Volumes.Items, SourceStatus.NotInstalled),
        VolumeReplicas = new ClusterKind<LonghornReplica>(House().VolumeReplicas.Items, SourceStatus.NotInstalled),
    }));

    [Theory]
    [InlineData(0, new[] { "budget.holds" })]
    [InlineData(1, new string[0])]
    public void Budget_ThatAllowsFewerThanAreHere_Holds(int allowed, string[] codes) =>
        Assert.Equal(codes, Findings(House(OwnedBy("ReplicaSet", "web-1").Labelled("app", "web")) with { DisruptionBudgets = Kind(Budget("web", allowed, "web")) }).Select(finding => finding.Code));

    [Fact]
    public void Budget_OfOtherPods_DoesNotHold() =>
        Assert.Empty(Findings(House(OwnedBy("ReplicaSet", "web-1").Labelled("app", "web")) with { DisruptionBudgets = Kind(Budget("db", 0, "db")) }));

    [Fact]
    public void Budget_OfAPodThatStays_DoesNotHold() =>
        Assert.Empty(Findings(House(OwnedBy("DaemonSet", "agent").Labelled("app", "web")) with { DisruptionBudgets = Kind(Budget("web", 0, "web")) }));

    [Fact]
    public void Pod_WithTwoBudgets_CannotBeEvicted() => Assert.Contains(
        "budget.twice", Findings(House(OwnedBy("ReplicaSet", "web-1").Labelled("app", "web")) with { DisruptionBudgets = Kind(Budget("a", 5, "web"), Budget("b", 5, "web")) }).Select(finding => finding.Code));

    [Fact]
    public void Budgets_ThatCannotBeSeen_AreUnknown() =>
        Assert.Equal("budgets.unknown", Assert.Single(Findings(House() with { DisruptionBudgets = ClusterKind<PodDisruptionBudget>.Syncing })).Code);

    [Theory]
    [InlineData(1, new[] { "app.single" })]
    [InlineData(null, new[] { "app.single" })]
    [InlineData(2, new string[0])]
    public void Workload_OfOneReplica_IsAwayForAWhile(int? replicas, string[] codes)
    {
        var state = House(OwnedBy("StatefulSet", "sonarr")) with { StatefulSets = Kind(new StatefulSet { Metadata = Meta("sonarr"), Spec = new StatefulSetSpec { Replicas = replicas } }) };

        Assert.Equal(codes, Findings(state).Select(finding => finding.Code));
    }

    [Fact]
    public void NoOtherNode_ThatTakesPods_IsSaid()
    {
        var cordoned = Node("node2") with { Spec = new NodeSpec { Unschedulable = true } };

        Assert.Equal("nodes.none", Assert.Single(Findings(House(OwnedBy("Job", "backup")) with { Nodes = Kind(Node("node1"), cordoned, Node("node3", "False")) })).Code);
    }

    [Fact]
    public void OnlyControlPlane_IsSaid()
    {
        var server = Node("node1") with { Metadata = Meta("node1", "", ("node-role.kubernetes.io/control-plane", "true")) };

        Assert.Equal("control-plane.only", Assert.Single(Findings(House() with { Nodes = Kind(server, Node("node2")) })).Code);
    }

    [Fact]
    public void HolderOfTheAddress_IsSaid() => Assert.Equal("address.moves", Assert.Single(Findings(House(), Facts with { AddressHolder = "node1" })).Code);

    [Fact]
    public void AddressHeldElsewhere_IsNoFinding() => Assert.Empty(Findings(House(), Facts with { AddressHolder = "node2" }));

    [Fact]
    public void AddressNobodyCanRead_IsUnknown() => Assert.Equal("address.unknown", Assert.Single(Findings(House(), Facts with { IsAddressKnown = false })).Code);

    [Fact]
    public void PortalsOwnNode_IsSaid() =>
        Assert.Equal("portal.moves", Assert.Single(Findings(House(OwnedBy("ReplicaSet", "portal-1", "portal-1-x")), Facts with { PortalPod = "media/portal-1-x" })).Code);

    private static IEnumerable<DrainFinding> Findings(ClusterState state, DrainFacts? facts = null) => DrainPlanner.Plan(state, "node1", facts ?? Facts, Everything).Findings;
}
