using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>A service is exposed without a mouse: found in the palette, named, its plan read and confirmed.</summary>
[Collection(PortalCollection.Name)]
public sealed class ExposeKeyboardTests(PortalBrowser browser)
{
    private const string Host = "tools.cowlab.org";

    [BrowserFact]
    public async Task Service_IsExposedByKeyboardAlone()
    {
        await using var portal = await LabPortal.StartAsync();
        await portal.ReadyAsync();
        await using var open = await browser.OpenAsync("/", person: portal.Admin);
        await open.InteractiveAsync();
        var (page, keys) = (open.Page, open.Page.Keyboard);

        await keys.PressAsync("Control+k");
        await keys.TypeAsync("expose it-tools");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Expose it-tools" })).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Service", Exact = true })).ToHaveValueAsync("home/it-tools");
        await Expect(page.GetByLabel("Hostname", new() { Exact = true })).Not.ToHaveValueAsync("");

        await TabToAsync(page, page.GetByLabel("Hostname", new() { Exact = true }));
        await keys.PressAsync("Control+a");
        await keys.TypeAsync(Host);
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" }));
        await keys.PressAsync("Enter");
        var confirm = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = $"Expose {Host}" });
        await Expect(confirm).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await TabToAsync(page, confirm);
        await keys.PressAsync("Enter");

        await Expect(page.Locator("main")).ToContainTextAsync("In place");
    }

    private static async Task TabToAsync(IPage page, ILocator wanted)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail("It is not reached by Tab.");
    }
}
