using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Reconcile;

/// <summary>What is stuck before anything is written, with an inner system and an outer one that leads to it.</summary>
public sealed class GateTests
{
    private const string Why = "it may not";
    private static readonly ResourceKey _outer = new("outer", "Thing", "tv");
    private static readonly ResourceKey _inner = new("inner", "Thing", "tv");

    [Fact]
    public void Gate_RefusedAndStaysAsItIs_KeepsWhatStandsBehindIt() =>
        Assert.Equal(Why, WhyNotWithdrawn(Pass([Refused(_outer)], wanted: [_outer], ledger: [Entry(_outer)])));

    [Fact]
    public void Gate_RefusedButBeingWithdrawn_KeepsNothing() =>
        Assert.Null(WhyNotWithdrawn(Pass([Refused(_outer)], wanted: [_outer], ledger: [Entry(_outer)], changes: [Delete(_outer, ChangeStage.WithdrawDns, "ex1")])));

    [Fact]
    public void Gate_RefusedAndNeverMade_KeepsNothing() => Assert.Null(WhyNotWithdrawn(Pass([Refused(_outer)], wanted: [_outer])));

    [Fact]
    public void Gate_RefusedUnwanted_KeepsWhatStandsBehindIt() => Assert.Equal(Why, WhyNotWithdrawn(Pass([Refused(_outer)], ledger: [Entry(_outer)])));

    /// <summary>The name passed from one exposure to another: its record is the new one's, what stood behind it is the old one's.</summary>
    [Fact]
    public void Gate_HeldForANewOwner_KeepsWhatTheFormerOneLeft()
    {
        var update = Delete(_outer, ChangeStage.WithdrawDns, "ex2");

        Assert.Equal(Why, WhyNotWithdrawn(Pass([], wanted: [_outer], ledger: [Entry(_outer)], changes: [update], held: [new HeldChange(update, Why)])));
    }

    [Theory]
    [InlineData(FaultKind.Retry, true, true)]
    [InlineData(FaultKind.Retry, false, true)]
    [InlineData(FaultKind.NotConnected, true, false)]
    [InlineData(FaultKind.NotConnected, false, true)]
    public void Gate_OuterUnseen_KeepsWhatMayStillBeLedTo(object kind, bool isWanted, bool isKept) =>
        Assert.Equal(isKept, WhyNotWithdrawn(Pass([], wanted: isWanted ? [_outer] : [], ledger: [Entry(_outer)], blind: new TargetFault((FaultKind)kind, Why))) is not null);

    [Theory]
    [InlineData(false, Why)]
    [InlineData(true, null)]
    public void Gate_WaitingInside_KeepsWhatIsBuiltUponItUnlessItIsLeftBehind(bool isLeft, string? expected)
    {
        var pass = Pass([], wanted: [_inner, _outer], waiting: [new Waiting(_inner, "ex1", Why, IsLeft: isLeft)]);

        Assert.Equal(expected, pass.Gate().WhyBlocked(Delete(_outer, ChangeStage.BuildDns, "ex1")));
    }

    private static string? WhyNotWithdrawn(ReconcilePass pass) => pass.Gate().WhyBlocked(Delete(_inner, ChangeStage.WithdrawRoute, "ex1"));

    private static ReconcilePass Pass(
        ImmutableArray<Refusal> refusals, ResourceKey[]? wanted = null, LedgerEntry[]? ledger = null, Change[]? changes = null,
        HeldChange[]? held = null, Waiting[]? waiting = null, TargetFault? blind = null)
    {
        var world = new FakeWorld();
        var entries = new Ledger((ledger ?? []).ToImmutableDictionary(entry => entry.Key));
        var request = new PlanRequest("inst0001", [.. (wanted ?? []).Select(key => new FakeResource(key, "ex1", key.Name, "", false))], entries, new LabFacts());
        TargetViews.Look[] looks =
        [
            new(new FakeTarget("inner", world, ChangeStage.WithdrawRoute, ChangeStage.BuildRoute), new Seen(), null, GoldenCase.Now),
            new(new FakeTarget("outer", world, ChangeStage.WithdrawDns, ChangeStage.BuildDns), blind is null ? new Seen() : null, blind, GoldenCase.Now),
        ];
        var plan = new Plan { Changes = [.. changes ?? []], Refusals = refusals, Waiting = [.. waiting ?? []] };
        return new ReconcilePass(new DesiredState(), request, looks, plan, new GuardedPlan(plan.Changes, [.. held ?? []], null), new PassProgress());
    }

    private static Refusal Refused(ResourceKey key) => new(key, "ex1", Why);

    private static LedgerEntry Entry(ResourceKey key) => Changes.Entry("tv") with { Key = key, OwnerId = "ex1" };

    private static Change Delete(ResourceKey key, ChangeStage stage, string ownerId) => Changes.One(ChangeKind.Delete, "tv", stage) with { Key = key, OwnerId = ownerId };

    private sealed class Seen : ITargetView
    {
        public LabFacts Facts { get; } = new();

        public Plan Plan(PlanRequest request) => HomelabPortal.Reconcile.Plan.Empty;
    }
}
