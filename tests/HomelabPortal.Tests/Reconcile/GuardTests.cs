using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Reconcile;

public sealed class GuardTests
{
    [Theory]
    [InlineData(ChangeKind.Create, false, ChangePolicy.Observe, false)]
    [InlineData(ChangeKind.Update, false, ChangePolicy.Observe, false)]
    [InlineData(ChangeKind.Delete, false, ChangePolicy.Observe, false)]
    [InlineData(ChangeKind.Release, false, ChangePolicy.Observe, true)]
    [InlineData(ChangeKind.Create, false, ChangePolicy.Upsert, true)]
    [InlineData(ChangeKind.Update, false, ChangePolicy.Upsert, true)]
    [InlineData(ChangeKind.Update, true, ChangePolicy.Upsert, false)]
    [InlineData(ChangeKind.Delete, false, ChangePolicy.Upsert, false)]
    [InlineData(ChangeKind.Create, false, ChangePolicy.Sync, true)]
    [InlineData(ChangeKind.Update, true, ChangePolicy.Sync, true)]
    [InlineData(ChangeKind.Delete, false, ChangePolicy.Sync, true)]
    public void Check_OneChange_FollowsThePolicy(object kind, bool isDrift, object policy, bool goes)
    {
        var guarded = Guard.Check(PlanOf(Changes.One((ChangeKind)kind) with { IsDrift = isDrift }), (ChangePolicy)policy, Ledger.Empty, null);

        Assert.Equal(goes ? 1 : 0, guarded.Allowed.Length);
        Assert.Equal(goes ? 0 : 1, guarded.Held.Length);
    }

    [Theory]
    [InlineData(ChangePolicy.Upsert)]
    [InlineData(ChangePolicy.Sync)]
    public void Check_HandChangeThatIsToBeLeft_IsHeldWithTheOwnersWords(object policy)
    {
        var guarded = Guard.Check(PlanOf(Changes.One(ChangeKind.Update) with { IsDrift = true, LeftBecause = "It is left so." }), (ChangePolicy)policy, Ledger.Empty, null);

        Assert.Empty(guarded.Allowed);
        Assert.Equal("It is left so.", Assert.Single(guarded.Held).Why);
    }

    [Theory]
    [InlineData(ChangeOrder.Ended, ChangePolicy.Observe, false)]
    [InlineData(ChangeOrder.Ended, ChangePolicy.Upsert, true)]
    [InlineData(ChangeOrder.Ended, ChangePolicy.Sync, true)]
    [InlineData(ChangeOrder.Closed, ChangePolicy.Observe, true)]
    [InlineData(ChangeOrder.Closed, ChangePolicy.Upsert, true)]
    [InlineData(ChangeOrder.Closed, ChangePolicy.Sync, true)]
    public void Check_OrderedDelete_PassesWhereADecisionIsHeld(object order, object policy, bool goes)
    {
        var guarded = Guard.Check(PlanOf(Changes.One(ChangeKind.Delete) with { Order = (ChangeOrder)order }), (ChangePolicy)policy, Ledger.Empty, null);

        Assert.Equal(goes ? 1 : 0, guarded.Allowed.Length);
    }

    [Fact]
    public void Check_ManyOrderedDeletes_AreNoMassThatIsBrakedAndBrakeNoOthers()
    {
        var ordered = Deletes(20).Select(change => change with { Order = ChangeOrder.Closed }).Append(Changes.One(ChangeKind.Delete, "other")).ToArray();

        var guarded = Guard.Check(PlanOf(ordered), ChangePolicy.Sync, LedgerOf(30), null);

        Assert.Equal(21, guarded.Allowed.Length);
        Assert.Null(guarded.BrakeFingerprint);
    }

    [Fact]
    public void Check_MassDelete_HoldsTheDeletesOnlyAndAsksToConfirm()
    {
        var plan = PlanOf([.. Deletes(11), Changes.One(ChangeKind.Create)]);

        var guarded = Guard.Check(plan, ChangePolicy.Sync, LedgerOf(100), null);

        Assert.Equal(ChangeKind.Create, Assert.Single(guarded.Allowed).Kind);
        Assert.Equal(11, guarded.Held.Length);
        Assert.NotNull(guarded.BrakeFingerprint);
    }

    [Fact]
    public void Check_ConfirmedMassDelete_GoesForExactlyThatSet()
    {
        var confirmed = Guard.Check(PlanOf(Deletes(11)), ChangePolicy.Sync, LedgerOf(100), null).BrakeFingerprint;

        Assert.Equal(11, Guard.Check(PlanOf(Deletes(11)), ChangePolicy.Sync, LedgerOf(100), confirmed).Allowed.Length);
        Assert.Empty(Guard.Check(PlanOf(Deletes(12)), ChangePolicy.Sync, LedgerOf(100), confirmed).Allowed);
    }

    [Fact]
    public void Check_AllPartsOfTheOnlyExposure_AreNotAMassDelete()
    {
        var parts = Deletes(5).Select(change => change with { OwnerId = "exposure" }).ToArray();

        Assert.Equal(5, Guard.Check(PlanOf(parts), ChangePolicy.Sync, LedgerOf(5), null).Allowed.Length);
    }

    [Fact]
    public void Check_OnlyExposureAndItsPolicy_AreOneAct()
    {
        var parts = Deletes(6).Select(change => change with { OwnerId = "exposure" });
        var policies = Deletes(2).Select(change => change with { OwnerId = "policy", Stage = ChangeStage.WithdrawAccess });

        Assert.Equal(8, Guard.Check(PlanOf([.. parts, .. policies]), ChangePolicy.Sync, LedgerOf(8), null).Allowed.Length);
    }

    [Theory]
    [InlineData(ChangeStage.WithdrawDns, 1)]
    [InlineData(ChangeStage.WithdrawAccess, 4)]
    public void Check_MoreThanItsPolicyGoesWithAnExposure_IsBraked(object stage, int count)
    {
        var parts = Deletes(6).Select(change => change with { OwnerId = "exposure" });
        var others = Deletes(count).Select(change => change with { OwnerId = $"{change.OwnerId} of another", Stage = (ChangeStage)stage });

        Assert.Empty(Guard.Check(PlanOf([.. parts, .. others]), ChangePolicy.Sync, LedgerOf(10), null).Allowed);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(3, 3, false)]
    [InlineData(4, 10, true)]
    [InlineData(4, 14, false)]
    [InlineData(10, 1000, false)]
    [InlineData(11, 1000, true)]
    public void IsMassDelete_CountAndShare(int deletes, int owned, bool expected) =>
        Assert.Equal(expected, Guard.IsMassDelete(deletes, owned));

    private static Plan PlanOf(params Change[] changes) => new() { Changes = [.. changes] };

    private static Change[] Deletes(int count) =>
        [.. Enumerable.Range(0, count).Select(index => Changes.One(ChangeKind.Delete, $"thing{index}"))];

    private static Ledger LedgerOf(int count) => new(
        Enumerable.Range(0, count).Select(index => Changes.Entry($"thing{index}")).ToImmutableDictionary(entry => entry.Key));
}
