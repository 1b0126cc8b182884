using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Telemetry;

namespace HomelabPortal.Tests.Gpu.Containers.Leases;

public sealed class MeasuredCardsTests
{
    private static readonly MeasuredCards _two = new([new("GPU-b", 1, 100, 60), new("GPU-a", 0, 200, 150)], GoldenCase.Now);

    [Fact]
    public void Request_ByNameIndexCountOrAll_FindsItsCards()
    {
        Assert.Equal(100, _two.TotalOf(new GpuRequest { Ids = ["gpu-B"] }));
        Assert.Equal(200, _two.TotalOf(new GpuRequest { Ids = ["0"] }));
        Assert.Equal(150, _two.FreeOf(new GpuRequest { Count = 1 }));
        Assert.Equal(300, _two.TotalOf(GpuRequest.All));
    }

    [Fact]
    public void Amount_ThatOneCardDoesNotTell_IsUnknownForAll() => Assert.Null(new MeasuredCards([new("GPU-a", 0, 200, null), new("GPU-b", 1, 100, 60)], null).FreeOf(GpuRequest.All));

    [Fact]
    public void Telemetry_ThatCannotMeasureNow_HasNoTime() => Assert.Null(MeasuredCards.Of(Cards.Measured(GoldenCase.Now, Cards.Card()) with { Fault = "no" }).At);

    [Fact]
    public void Release_OfARunningContainer_IsNotedOnceItIsGone()
    {
        var releases = new CardReleases();

        Assert.Null(releases.Note("gpu", ["a", "b"], GoldenCase.Now));
        Assert.Equal(GoldenCase.Now.AddSeconds(5), releases.Note("gpu", ["b"], GoldenCase.Now.AddSeconds(5)));
        Assert.Equal(GoldenCase.Now.AddSeconds(5), releases.Note("gpu", ["b", "c"], GoldenCase.Now.AddSeconds(9)));
        Assert.Null(releases.Note("other", [], GoldenCase.Now));
    }

    [Fact]
    public void News_OfAMeasurementAfterARelease_ComesOnce()
    {
        var releases = new CardReleases();
        releases.Note("gpu", ["a"], GoldenCase.Now);
        releases.Note("gpu", [], GoldenCase.Now);
        using var news = new MemoryNews(null!, releases, null!, null!);

        Assert.False(news.IsNews(new GpuState([Cards.Measured(GoldenCase.Now.AddSeconds(-1), Cards.Card())])));
        Assert.True(news.IsNews(new GpuState([Cards.Measured(GoldenCase.Now.AddSeconds(1), Cards.Card())])));
        Assert.False(news.IsNews(new GpuState([Cards.Measured(GoldenCase.Now.AddSeconds(6), Cards.Card())])));
    }
}
