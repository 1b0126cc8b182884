using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Cluster.Health;

public sealed class ConditionMeaningTests
{
    [Theory]
    [InlineData("Ready", "True", HealthState.Healthy)]
    [InlineData("Ready", "False", HealthState.Degraded)]
    [InlineData("Ready", "Unknown", HealthState.Unknown)]
    [InlineData("MemoryPressure", "False", HealthState.Healthy)]
    [InlineData("Restore", "False", HealthState.Healthy)]
    [InlineData("TooManySnapshots", "True", HealthState.Degraded)]
    [InlineData("Scheduled", "False", HealthState.Degraded)]
    public void Judge_Condition_KnowsWhichWayIsGood(string type, string status, HealthState expected) =>
        Assert.Equal(expected, ConditionMeaning.Judge(new Condition { Type = type, Status = status }));
}
