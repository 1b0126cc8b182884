using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Reconcile;

public sealed class OrdersTests
{
    private static readonly DateTimeOffset _now = GoldenCase.Now;

    [Theory]
    [InlineData(ChangeStage.WithdrawRoute, -1, ChangeOrder.Ended)]
    [InlineData(ChangeStage.WithdrawDns, 0, ChangeOrder.Ended)]
    [InlineData(ChangeStage.WithdrawDns, 1, ChangeOrder.None)]
    [InlineData(ChangeStage.BuildRoute, -1, ChangeOrder.None)]
    public void Mark_ExposureWithAnEnd_IsOrderedOnceThatHasCome(object stage, int minutes, object expected) =>
        Assert.Equal((ChangeOrder)expected, OrderOf(Delete((ChangeStage)stage, "exposure01"), new DesiredState
        {
            Exposures = [Desire.Exposure() with { ExpiresAt = _now.AddMinutes(minutes) }],
        }));

    [Theory]
    [InlineData(ChangeStage.WithdrawTunnel, null, ChangeOrder.Closed)]
    [InlineData(ChangeStage.WithdrawDns, "11111111-2222-3333-4444-555555555555.cfargotunnel.com", ChangeOrder.Closed)]
    [InlineData(ChangeStage.WithdrawDns, "10.0.0.99", ChangeOrder.None)]
    [InlineData(ChangeStage.WithdrawAccess, null, ChangeOrder.None)]
    [InlineData(ChangeStage.WithdrawRoute, null, ChangeOrder.None)]
    public void Mark_WhileClosed_CoversWhatIsOnTheInternetWhoeverAsksForIt(object stage, string? content, object expected) =>
        Assert.Equal((ChangeOrder)expected, OrderOf(Delete((ChangeStage)stage, "gone", content), new DesiredState { AreTunnelsClosed = true }));

    [Fact]
    public void Mark_WhileOpen_IsNobodysOrder() =>
        Assert.Equal(ChangeOrder.None, OrderOf(Delete(ChangeStage.WithdrawTunnel, "gone"), new DesiredState()));

    private static ChangeOrder OrderOf(Change change, DesiredState state) => Assert.Single(Orders.Mark(new Plan { Changes = [change] }, state, _now).Changes).Order;

    private static Change Delete(ChangeStage stage, string owner, string? content = null) => Changes.One(ChangeKind.Delete, owner, stage) with
    {
        Before = content is null ? null : new JsonObject { ["content"] = content },
    };
}
