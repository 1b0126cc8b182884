using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Tunnels;

public sealed class TunnelGoldenTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.NamesIn(GoldenCase.ThisFile());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_GoldenCase_ReadsAsWritten(string name)
    {
        var (golden, request, view) = Load(name);

        golden.Check(TunnelPlanner.Plan(request, view));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_AfterItWasApplied_WantsNothingMore(string name)
    {
        var (_, request, view) = Load(name);
        var world = new TunnelWorld(view, request.Ledger);
        // A rule in a tunnel that its name left goes only after the new one is made, and is forgotten after that.
        for (var pass = 0; pass < (name.StartsWith("left-", StringComparison.Ordinal) ? 3 : 1); pass++)
            world = world.Apply(TunnelPlanner.Plan(request with { Ledger = world.Ledger }, world.View));

        var again = TunnelPlanner.Plan(request with { Ledger = world.Ledger }, world.View);

        Assert.Empty(again.Changes);
    }

    private static (GoldenCase Golden, PlanRequest Request, TunnelView View) Load(string name)
    {
        var golden = new GoldenCase(GoldenCase.ThisFile(), name);
        var request = golden.Request(TunnelView.Target, TunnelView.RuleKind, key =>
            golden.Resources.OfType<DesiredTunnelRule>().Single(rule => rule.Key == key).ToRule());
        return (golden, request, TunnelWorld.Read(golden.Actual));
    }
}
