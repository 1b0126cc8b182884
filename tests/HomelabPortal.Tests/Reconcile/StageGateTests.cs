using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Reconcile;

public sealed class StageGateTests
{
    [Theory]
    [InlineData(ChangeStage.BuildRoute, ChangeStage.BuildDns, true)]
    [InlineData(ChangeStage.BuildDns, ChangeStage.BuildRoute, false)]
    [InlineData(ChangeStage.WithdrawDns, ChangeStage.WithdrawRoute, true)]
    [InlineData(ChangeStage.WithdrawDns, ChangeStage.BuildRoute, false)]
    [InlineData(ChangeStage.BuildRoute, ChangeStage.BuildRoute, false)]
    public void WhyBlocked_LaterStageOfTheSameHalf_Waits(object stuck, object stage, bool waits)
    {
        var gate = new StageGate();
        gate.Block("sonarr", (ChangeStage)stuck, "the route failed");

        var why = gate.WhyBlocked(Changes.One(ChangeKind.Create, "sonarr", (ChangeStage)stage));

        Assert.Equal(waits ? "the route failed" : null, why);
    }

    [Fact]
    public void WhyBlocked_AnotherExposure_Goes()
    {
        var gate = new StageGate();
        gate.Block("sonarr", ChangeStage.BuildRoute, "the route failed");

        Assert.Null(gate.WhyBlocked(Changes.One(ChangeKind.Create, "radarr", ChangeStage.BuildDns)));
    }
}
