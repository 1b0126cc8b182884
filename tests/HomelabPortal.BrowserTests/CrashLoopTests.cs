using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>The pod of the simulated lab that crashes again and again, whose phase is Running, is red wherever it is seen.</summary>
[Collection(PortalCollection.Name)]
public sealed class CrashLoopTests(PortalBrowser browser)
{
    [BrowserTheory]
    [InlineData("/", Viewport.Desktop)]
    [InlineData("/", Viewport.Phone)]
    [InlineData("/cluster/pods?q=jellyseerr", Viewport.Desktop)]
    [InlineData("/cluster/pods?q=jellyseerr", Viewport.Phone)]
    [InlineData("/cluster/workloads?q=jellyseerr", Viewport.Desktop)]
    [InlineData("/cluster/workloads/deployments/media/jellyseerr", Viewport.Desktop)]
    [InlineData("/cluster/namespaces/media", Viewport.Desktop)]
    public async Task CrashingPod_WhereverItIsSeen_IsRed(string path, Viewport viewport)
    {
        await using var open = await browser.OpenAsync(path, viewport);
        await open.InteractiveAsync();

        await Expect(open.Page.Locator("main .state-broken").First).ToBeVisibleAsync();
        await Expect(open.Page.Locator("main").GetByText("jellyseerr").First).ToBeVisibleAsync();
    }
}
