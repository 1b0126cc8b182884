using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Health;

public sealed class NodeHealthTests
{
    [Theory]
    [InlineData("True", HealthState.Healthy, "Ready")]
    [InlineData("False", HealthState.Broken, "Not ready")]
    [InlineData("Unknown", HealthState.Unknown, "Unknown")]
    public void Judge_ReadyCondition_DecidesAndASilentKubeletIsUnknown(string ready, HealthState state, string word)
    {
        var verdict = NodeHealth.Judge(Node("node1", ready), null, 0);

        Assert.Equal((state, word), (verdict.State, verdict.Word));
    }

    [Fact]
    public void Judge_NoReadyCondition_IsUnknown() =>
        Assert.Equal(HealthState.Unknown, NodeHealth.Judge(new Node { Metadata = Meta("node1", "") }, null, 0).State);

    [Theory]
    [InlineData("MemoryPressure")]
    [InlineData("DiskPressure")]
    [InlineData("PIDPressure")]
    [InlineData("NetworkUnavailable")]
    public void Judge_Pressure_IsDegraded(string condition) =>
        Assert.Equal(HealthState.Degraded, NodeHealth.Judge(Node("node1", "True", new Condition { Type = condition, Status = "True" }), null, 0).State);

    [Theory]
    [InlineData(0.84, HealthState.Healthy, "Ready")]
    [InlineData(0.914, HealthState.Degraded, "Disk 91 %")]
    [InlineData(0.96, HealthState.Broken, "Disk 96 %")]
    public void Judge_Disk_IsNamedFromEightyFivePercentOn(double share, HealthState state, string word)
    {
        var verdict = NodeHealth.Judge(Node("node1"), share, 0);

        Assert.Equal((state, word), (verdict.State, verdict.Word));
    }

    [Theory]
    [InlineData(3, HealthState.Progressing, "Draining")]
    [InlineData(0, HealthState.Off, "Cordoned")]
    public void Judge_Unschedulable_IsDrainingWhilePodsLeave(int leaving, HealthState state, string word)
    {
        var verdict = NodeHealth.Judge(Node("node1") with { Spec = new NodeSpec { Unschedulable = true } }, null, leaving);

        Assert.Equal((state, word), (verdict.State, verdict.Word));
    }
}
