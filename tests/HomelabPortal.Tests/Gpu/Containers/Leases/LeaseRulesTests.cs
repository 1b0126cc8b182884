using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Tests.Gpu.Containers.Leases;

public sealed class LeaseRulesTests
{
    private const int Card = 24_576;
    private const string One = "GPU-00000000-0000-0000-0000-000000000001";
    private const string Two = "GPU-00000000-0000-0000-0000-000000000002";

    [Fact]
    public void Exclusive_OnAFreeCard_Fits() => Assert.True(Decide(Claim(isExclusive: true)).Fits);

    [Fact]
    public void Exclusive_BesideAnother_DoesNotFit() => Assert.Equal("It wants the GPU for itself, and ollama runs on it.", Decide(Claim(isExclusive: true), Holder("ollama")).Why);

    [Fact]
    public void Shared_BesideAnExclusiveOne_DoesNotFit() => Assert.Equal("vllm has the GPU for itself.", Decide(Claim(), Holder("vllm", isExclusive: true)).Why);

    [Fact]
    public void Shared_WithinTheMemory_Fits() => Assert.True(Decide(Claim(reserved: 14_576), Holder("ollama", reserved: 10_000)).Fits);

    [Fact]
    public void Shared_BeyondTheMemory_DoesNotFit() => Assert.Equal(
        "It needs 14577 MiB of video memory, and ollama reserves 10000 of 24576 MiB.", Decide(Claim(reserved: 14_577), Holder("ollama", reserved: 10_000)).Why);

    [Fact]
    public void Memory_ThatIsNotKnown_HoldsNothingBack() =>
        Assert.True(LeaseRules.Decide(Claim(reserved: 999_999), [Holder("ollama", reserved: 10_000)], null).Fits);

    [Fact]
    public void StartAnyway_BesideAnExclusiveOne_Fits() => Assert.True(Decide(Claim(isExclusive: true) with { IgnoresLease = true }, Holder("vllm", isExclusive: true)).Fits);

    [Fact]
    public void Cards_ThatDiffer_AreNotInEachOthersWay() => Assert.True(Decide(Claim(isExclusive: true, gpu: One), Holder("vllm", isExclusive: true, gpu: Two)).Fits);

    [Fact]
    public void Cards_OneByIndexAndOneByName_MayBeTheSame() => Assert.False(Decide(Claim(isExclusive: true, gpu: "0"), Holder("vllm", isExclusive: true, gpu: Two)).Fits);

    [Fact]
    public void LowerPriorities_ThatAreInTheWay_MayBeStopped() => Assert.Equal(
        ["low"], Decide(Claim(reserved: 10_000, priority: 5), Holder("low", reserved: 8_000, priority: 1), Holder("mid", reserved: 8_000, priority: 2)).MayStop.Select(holder => holder.Name));

    [Fact]
    public void HigherPriorities_ThatAreInTheWay_MayNotBeStopped() =>
        Assert.Empty(Decide(Claim(isExclusive: true, priority: 1), Holder("low", priority: 0), Holder("high", priority: 9)).MayStop);

    private static LeaseVerdict Decide(DesiredContainer wanted, params LeaseHolder[] running) => LeaseRules.Decide(wanted, running, Card);

    private static DesiredContainer Claim(bool isExclusive = false, int? reserved = null, int priority = 0, string? gpu = null) =>
        Wish.Container() with { Gpu = Gpu(gpu), Lease = new GpuLease(isExclusive, reserved, priority) };

    private static LeaseHolder Holder(string name, bool isExclusive = false, int? reserved = null, int priority = 0, string? gpu = null) =>
        new($"id of {name}", name, Gpu(gpu), new GpuLease(isExclusive, reserved, priority));

    private static GpuRequest Gpu(string? id) => id is null ? GpuRequest.All : new GpuRequest { Ids = [id] };
}
