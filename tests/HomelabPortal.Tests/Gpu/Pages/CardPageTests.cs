using Bunit;
using HomelabPortal.Gpu.Pages;
using HomelabPortal.Tests.Access.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Gpu.Pages;

public sealed class CardPageTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Card_ThatIsMeasured_HasAChartForEachFigureWithItsUnit()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Measure(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()));

        var shown = Show(page);

        await shown.WaitForAssertionAsync(() => Assert.Equal(4, shown.FindAll("[role=slider]").Count), _patience);
        Assert.All(new[] { "42.0 %", "8.0 GiB", "61.0 °C", "211.0 W" }, figure => Assert.Contains(shown.FindAll(".figure"), found => found.TextContent == figure));
    }

    [Fact]
    public async Task Card_WithoutAFan_HasChartsOfWhatItTellsOnly()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Measure(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card() with { PowerWatts = null }));

        var shown = Show(page);

        await shown.WaitForAssertionAsync(() => Assert.Equal(3, shown.FindAll("[role=slider]").Count), _patience);
        Assert.Contains("Nothing was measured", shown.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24_576d, "Free: 24 GiB.")]
    [InlineData(20_000d, "Free: 19.5 GiB.")]
    [InlineData(null, "Free: unknown.")]
    public async Task Memory_ThatNobodyIsSeenToHold_IsOnlyAsFreeAsTheCardTells(double? free, string words)
    {
        await using var page = await GpuBench.OpenAsync();
        page.Measure(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card() with { MemoryFreeMiB = free }));

        Assert.Contains(words, Show(page).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Range_OfAWeek_SaysHowFineItIs()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Measure(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()));
        page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/gpu/hosts/{Cards.Host}/cards/{Cards.Uuid}?range=7d");

        var shown = Show(page);

        await shown.WaitForAssertionAsync(() => Assert.Contains("the mean of 30 minutes", shown.Markup, StringComparison.Ordinal), _patience);
        Assert.Equal("7 d", shown.Find(".ranges a[aria-current]").TextContent);
    }

    [Fact]
    public async Task Card_ThatIsGone_SaysSoAndKeepsItsHistory()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Measure(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()));
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow()));

        var shown = Show(page);

        Assert.Contains("There is no such card now", shown.Markup, StringComparison.Ordinal);
        await shown.WaitForAssertionAsync(() => Assert.Equal(4, shown.FindAll("[role=slider]").Count), _patience);
    }

    private static IRenderedComponent<CardPage> Show(ActsPage page) =>
        page.Context.Render<CardPage>(parameters => parameters.Add(shown => shown.Host, Cards.Host).Add(shown => shown.Uuid, Cards.Uuid));
}
