using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>The portal on a phone: put on its home screen, and the safe acts under the thumb.</summary>
[Collection(PortalCollection.Name)]
public sealed class InstallTests(PortalBrowser browser)
{
    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/status")]
    public async Task Browser_AskedWhyThePageCannotBeInstalled_KnowsNoReason(string path)
    {
        await using var open = await browser.OpenAsync(path, Viewport.Phone);
        await open.SettledAsync();
        var session = await open.Page.Context.NewCDPSessionAsync(open.Page);

        var manifest = await session.SendAsync("Page.getAppManifest");
        var answer = await session.SendAsync("Page.getInstallabilityErrors");

        Assert.Equal(0, manifest!.Value.GetProperty("errors").GetArrayLength());
        // A window of a test is private, which is the test's doing.
        var errors = answer!.Value.GetProperty("installabilityErrors").EnumerateArray().Select(error => error.GetProperty("errorId").GetString()).Where(error => error != "in-incognito");
        Assert.Equal([], errors);
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/status")]
    public async Task Restart_OfWhatCrashes_IsTwoTapsAway(string path)
    {
        await using var open = await browser.OpenAsync(path, Viewport.Phone);
        await open.SettledAsync();

        var step = open.Page.GetByRole(AriaRole.Link, new() { Name = "Restart jellyseerr" }).First;
        Assert.True((await step.BoundingBoxAsync())!.Height >= 44, "The link is too low for a thumb.");
        await step.TapAsync();

        // The second tap would restart it, on the portal that all tests share.
        await Expect(open.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Restart jellyseerr" })).ToBeVisibleAsync();
    }
}
