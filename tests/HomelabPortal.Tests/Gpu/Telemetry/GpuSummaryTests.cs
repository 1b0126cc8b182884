using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Tests.Gpu.Telemetry;

public sealed class GpuSummaryTests
{
    private static readonly GpuReading _silent = Cards.Card() with { Uuid = "GPU-2", MemoryUsedMiB = null, MemoryTotalMiB = null, MemoryFreeMiB = null };

    [Fact]
    public void Memory_OfAllCards_IsAddedUp() => Assert.Equal("2 cards, 16 of 48 GiB in use", Of(Cards.Card(), Cards.Card() with { Uuid = "GPU-2" }));

    [Fact]
    public void Memory_OfACardThatDoesNotTell_IsLeftOutAndSaid() => Assert.Equal("2 cards, 8 of 24 GiB in use, unknown for 1", Of(Cards.Card(), _silent));

    [Fact]
    public void Memory_ThatNoCardTells_IsUnknownAndNotZero() => Assert.Equal("1 card, memory in use unknown", Of(_silent));

    private static string Of(params GpuReading[] cards) => GpuSummary.Of(new GpuState([Cards.Measured(DateTimeOffset.UnixEpoch, cards)]));
}
