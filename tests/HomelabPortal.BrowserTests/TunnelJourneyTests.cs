using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

[Collection(PortalCollection.Name)]
public sealed class TunnelJourneyTests(PortalBrowser browser)
{
    [BrowserTheory]
    [InlineData(Viewport.Desktop, ColorScheme.Light)]
    [InlineData(Viewport.Phone, ColorScheme.Dark)]
    public async Task Routes_ClosedAtOnePress_AreGoneOutsideAndComeBack(Viewport viewport, ColorScheme theme)
    {
        await using var journey = await TunnelJourney.StartAsync(browser, viewport, theme);
        await journey.CloseAndOpenAsync();
    }

    [BrowserTheory]
    [InlineData(Viewport.Desktop, ColorScheme.Dark)]
    [InlineData(Viewport.Phone, ColorScheme.Light)]
    public async Task Tunnel_FromItsMakingToItsEnd_ShowsItsTokenOnceAndIsDeletedByName(Viewport viewport, ColorScheme theme)
    {
        await using var journey = await TunnelJourney.StartAsync(browser, viewport, theme);
        await journey.LiveAndDieAsync();
    }

    [BrowserTheory]
    [InlineData(Viewport.Desktop, ColorScheme.Light)]
    [InlineData(Viewport.Phone, ColorScheme.Light)]
    public async Task Rule_OfSomebodyElse_IsAdoptedByMouseAndByThumb(Viewport viewport, ColorScheme theme)
    {
        await using var journey = await TunnelJourney.StartAsync(browser, viewport, theme);
        await journey.AdoptAsync();
    }
}
