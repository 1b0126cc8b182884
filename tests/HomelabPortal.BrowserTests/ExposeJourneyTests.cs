using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

[Collection(PortalCollection.Name)]
public sealed class ExposeJourneyTests(PortalBrowser browser)
{
    [BrowserTheory]
    [InlineData(Viewport.Desktop, ColorScheme.Light)]
    [InlineData(Viewport.Desktop, ColorScheme.Dark)]
    [InlineData(Viewport.Phone, ColorScheme.Light)]
    [InlineData(Viewport.Phone, ColorScheme.Dark)]
    public async Task Expose_ThenTunnelThenUndo_IsSeenOnThePageAndInTheLab(Viewport viewport, ColorScheme theme)
    {
        await using var journey = await ExposeJourney.StartAsync();
        await journey.WalkAsync(browser, viewport, theme, "home/it-tools", "journey");
    }
}
