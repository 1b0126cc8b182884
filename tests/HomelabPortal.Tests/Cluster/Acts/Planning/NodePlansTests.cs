using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Acts.Planning;

public sealed class NodePlansTests
{
    [Fact]
    public void Cordon_WhileOthersTakePods_WarnsOfNothing() =>
        Assert.Empty(World.Plan(State(Objects.Node("node1"), Objects.Node("node2")), new ActWish.CordonNode("node2", true)).Warnings.ToArray());

    [Fact]
    public void Cordon_OfTheLastThatTakesPods_Warns() => Assert.Equal(
        ["No other node takes pods: whatever restarts will find no place."],
        World.Plan(State(Closed("node1"), Objects.Node("node3", "Unknown"), Objects.Node("node2")), new ActWish.CordonNode("node2", true)).Warnings.ToArray());

    [Fact]
    public void Cordon_OfWhatIsClosed_IsRefused() =>
        Assert.Equal("It takes no new pods already.", World.Plan(State(Closed("node2")), new ActWish.CordonNode("node2", true)).Refusal);

    [Fact]
    public void Uncordon_OfWhatIsClosed_IsPlanned()
    {
        var plan = World.Plan(State(Closed("node2")), new ActWish.CordonNode("node2", false));

        Assert.Null(plan.Refusal);
        Assert.Equal("PATCH /api/v1/nodes/node2", Assert.Single(plan.Lines).Call);
    }

    [Fact]
    public void Uncordon_OfWhatTakesPods_IsRefused() =>
        Assert.Equal("It takes pods already.", World.Plan(State(Objects.Node("node2")), new ActWish.CordonNode("node2", false)).Refusal);

    private static Node Closed(string name) => Objects.Node(name) with { Spec = new NodeSpec { Unschedulable = true } };

    private static ClusterState State(params Node[] nodes) => World.Empty with { Nodes = Objects.Kind(nodes) };
}
