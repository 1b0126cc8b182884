using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Tests.Gpu.Containers.Leases;

public sealed class MemoryGateTests
{
    private const double Total = 24_576;
    private static readonly DateTimeOffset _now = GoldenCase.Now;

    [Fact]
    public void Memory_ThatIsFree_LetsItGo() => Assert.Equal(new MemoryGate.Verdict(true, null), Decide(Claim(reserved: 10_000), free: 10_000, measuredAgo: 5, releasedAgo: 10));

    [Fact]
    public void Memory_ThatIsStillHeld_LetsItWaitHoweverLong() => Assert.False(Decide(Claim(reserved: 10_000), free: 9_999, measuredAgo: 5, releasedAgo: 86_400).Goes);

    [Fact]
    public void Exclusive_WithoutAReservation_NeedsNearlyAll()
    {
        Assert.False(Decide(Claim(isExclusive: true), free: 22_000, measuredAgo: 5).Goes);
        Assert.True(Decide(Claim(isExclusive: true), free: 22_200, measuredAgo: 5).Goes);
    }

    [Theory]
    [InlineData(true, 5, true)]
    [InlineData(true, 300, false)]
    [InlineData(false, 5, false)]
    public void Memory_IsWaitedForBetweenVersions_WhereItIsNeededAndMeasured(bool isExclusive, int measuredAgo, bool canTell)
    {
        var cards = new MeasuredCards([new MeasuredCard("GPU-1", 0, Total, 500)], _now.AddSeconds(-measuredAgo));

        Assert.Equal(canTell, MemoryGate.CanTell(Claim(isExclusive: isExclusive), cards, _now));
        Assert.False(MemoryGate.CanTell(Claim(isExclusive: isExclusive), MeasuredCards.None, _now));
        Assert.False(MemoryGate.CanTell(Claim(isExclusive: isExclusive) with { IgnoresLease = true }, cards, _now));
    }

    [Fact]
    public void Measurement_FromBeforeTheEnd_SaysNothingYet() => Assert.Contains("ended just now", Decide(Claim(isExclusive: true), free: Total, measuredAgo: 20, releasedAgo: 10).Why, StringComparison.Ordinal);

    [Fact]
    public void Measurement_ThatNeverCame_HoldsNothingBackAfterAMinuteAndIsSaid()
    {
        var verdict = Decide(Claim(isExclusive: true), free: null, measuredAgo: null, releasedAgo: 61);

        Assert.True(verdict.Goes);
        Assert.Contains("nobody knows", verdict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Measurement_ThatIsOld_SaysNothing() => Assert.True(Decide(Claim(reserved: 10_000), free: 1, measuredAgo: 181).Goes);

    [Fact]
    public void StartAnyway_AndSharedWithoutAReservation_WaitForNothing()
    {
        Assert.True(Decide(Claim(isExclusive: true) with { IgnoresLease = true }, free: 1, measuredAgo: 5, releasedAgo: 1).Goes);
        Assert.True(Decide(Claim(), free: 1, measuredAgo: 5, releasedAgo: 1).Goes);
    }

    /// <summary>With fresh figures only free memory opens it; without, it never stays shut for longer than its patience.</summary>
    [Fact]
    public void Gate_WhateverIsKnown_NeitherLiesNorHangs() => Prop.ForAll(
        (from need in Gen.Choose(1, 30_000)
         from free in Gen.Choose(0, 30_000)
         from measuredAgo in Gen.Choose(-20, 300)
         from ended in Gen.Choose(0, 300)
         select (Need: need, Free: free, MeasuredAgo: measuredAgo < 0 ? (int?)null : measuredAgo, Ended: ended)).ToArbitrary(),
        known =>
        {
            var goes = Decide(Claim(reserved: known.Need), known.Free, known.MeasuredAgo, known.Ended).Goes;
            var isFresh = known.MeasuredAgo <= Math.Min(180, known.Ended);
            return goes == (isFresh ? known.Free >= known.Need : known.Ended >= MemoryGate.Patience.TotalSeconds);
        }).QuickCheckThrowOnFailure();

    private static MemoryGate.Verdict Decide(DesiredContainer wanted, double? free, int? measuredAgo, int? releasedAgo = null) => MemoryGate.Decide(
        wanted, new MeasuredCards(free is null ? [] : [new MeasuredCard("GPU-1", 0, Total, free)], measuredAgo is { } ago ? _now.AddSeconds(-ago) : null),
        releasedAgo is { } ended ? _now.AddSeconds(-ended) : null, _now);

    private static DesiredContainer Claim(bool isExclusive = false, int? reserved = null) => Wish.Container() with { Gpu = GpuRequest.All, Lease = new GpuLease(isExclusive, reserved) };
}
