using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>From an exposure that does not answer to the first thing that is broken: by mouse, by thumb, and by keyboard alone.</summary>
[Collection(PortalCollection.Name)]
public sealed class TraceJourneyTests(PortalBrowser browser)
{
    private const string Host = "wishes.cowlab.org";

    /// <summary>Its only pod crashes again and again.</summary>
    private const string Service = "media/jellyseerr";

    [BrowserTheory]
    [InlineData(Viewport.Desktop)]
    [InlineData(Viewport.Phone)]
    public async Task Exposure_WhoseAppCrashes_LeadsToThePodThatDoes(Viewport viewport)
    {
        SetDefaultExpectTimeout(45_000);
        await using var portal = await LabPortal.StartAsync();
        await portal.ReadyAsync();
        await using var open = await ExposeAsync(portal, viewport);

        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Trace", Exact = true }).And(open.Page.Locator("main a")).ClickAsync();

        await EndsAtThePodsAsync(open);
        await open.ScreenshotAsync("trace-crash");
        await open.Page.GetByRole(AriaRole.Region, new() { Name = "Verdict" }).GetByRole(AriaRole.Link, new() { Name = "Restart jellyseerr" }).ClickAsync();
        await Expect(open.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Restart jellyseerr" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Exposure_WhoseAppCrashes_IsTracedByKeyboardAlone()
    {
        SetDefaultExpectTimeout(45_000);
        await using var portal = await LabPortal.StartAsync();
        await portal.ReadyAsync();
        await using var open = await ExposeAsync(portal, Viewport.Desktop);
        var page = open.Page;

        await TabToAsync(page, "main a", "Trace");
        await page.Keyboard.PressAsync("Enter");
        await EndsAtThePodsAsync(open);

        await TabToAsync(page, ".station summary", "Details of DNS");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".station").First.GetByText("dig +noall")).ToBeVisibleAsync();
    }

    private async Task<PortalPage> ExposeAsync(LabPortal portal, Viewport viewport)
    {
        var open = await browser.OpenAsync("/exposures/new", viewport, person: portal.Admin);
        await open.InteractiveAsync();
        var page = open.Page;
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Service", Exact = true }).SelectOptionAsync(Service);
        await Expect(page.GetByLabel("Hostname")).Not.ToHaveValueAsync("");
        await page.GetByLabel("Hostname").FillAsync(Host);
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = $"Expose {Host}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = Host })).ToBeVisibleAsync();
        return open;
    }

    private static async Task EndsAtThePodsAsync(PortalPage open)
    {
        var verdict = open.Page.GetByRole(AriaRole.Region, new() { Name = "Verdict" });
        await Expect(verdict).ToContainTextAsync("It ends at the pods.");
        await Expect(verdict).ToContainTextAsync("Read the log of its last run");
        await Expect(open.Page.Locator(".station.culprit")).ToContainTextAsync("pod.crashloop");
        await open.FitsAsync();
    }

    /// <summary>Presses Tab until the element with these words has the focus.</summary>
    private static async Task TabToAsync(IPage page, string selector, string words)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("([selector, words]) => { const at = document.activeElement; return at.matches(selector) && at.textContent.replace(/\\s+/g, ' ').trim() === words; }", new[] { selector, words }))
                return;
        }

        Assert.Fail($"“{words}” is not reached by Tab.");
    }
}
