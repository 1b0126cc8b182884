using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>Everything is found and reached without a mouse, with the keys that a person chose.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class KeyboardTests(PortalBrowser browser)
{
    [BrowserFact]
    public async Task Palette_FindsPlacesThingsAndActs_AndRemembersThem()
    {
        await using var open = await OpenAsync("/dns");
        var (page, field) = (open.Page, open.Page.GetByRole(AriaRole.Combobox, new() { Name = "Place, act or anything in the lab" }));

        await page.Keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await field.FillAsync("restart sona");
        var option = page.GetByRole(AriaRole.Option, new() { Name = "Restart sonarr" });
        await Expect(option).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal(await option.GetAttributeAsync("id"), await field.GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Restart sonarr" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Lately" }).GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await field.FillAsync("certif");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Certificates");
        await page.Keyboard.PressAsync("Escape");
        await Expect(field).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Tables_AreWalkedAndARowsPartsOpenedByKey()
    {
        await using var open = await OpenAsync("/cluster/pods?q=postgres-0");
        var page = open.Page;

        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("a[data-row]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("l");
        await page.WaitForURLAsync("**/cluster/pods/databases/postgres-0?tab=logs");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "postgres-0", Level = 1 })).ToBeVisibleAsync();
        // A page that had to be loaded anew would have forgotten this.
        await page.EvaluateAsync("() => { window.wasHere = true; }");
        await page.Keyboard.PressAsync("y");
        await page.WaitForURLAsync("**?tab=yaml");
        await page.Keyboard.PressAsync("s");
        await page.WaitForURLAsync("**?tab=shell");
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = OpenAShell() })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.wasHere === true"), "The page was loaded anew.");
    }

    [BrowserFact]
    public async Task Key_ChosenAnew_WorksTheOldOneDoesNot_AndATakenOneIsRefused()
    {
        await using var open = await OpenAsync("/dns");
        var (page, sheet) = (open.Page, open.Page.Locator("#shortcuts"));
        var told = sheet.GetByRole(AriaRole.Status);

        await page.Keyboard.PressAsync("?");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Pods: g p" }).ClickAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(told).ToContainTextAsync("n is taken: it does “Nodes”.");
        await page.Keyboard.PressAsync("2");
        await Expect(told).ToContainTextAsync("“Pods” has the key 2 now.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();

        // It outlives the page.
        await page.ReloadAsync();
        await open.InteractiveAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("2");
        await page.WaitForURLAsync("**/cluster/pods");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("e");
        await page.WaitForURLAsync("**/exposures");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Exposures", Level = 1 })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("?");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Back to the first keys" }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Pods: g p" })).ToBeVisibleAsync();
    }

    [AxeTheory]
    [InlineData(Viewport.Desktop)]
    [InlineData(Viewport.Phone)]
    public async Task PaletteAndListOfKeys_AreUsableByEverybody(Viewport viewport)
    {
        await using var visit = await browser.VisitAsync("/dns", viewport);
        await visit.SettledAsync();
        var wrong = new List<string>();
        foreach (var opens in new[] { "Control+k", "?" })
        {
            await visit.Page.Keyboard.PressAsync(opens);
            await Expect(visit.Page.Locator("dialog[open]")).ToBeVisibleAsync();
            await visit.FitsAsync();
            wrong.AddRange(await Axe.FindAsync(visit.Page));
            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(visit.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        }

        Assert.Equal([], wrong);
    }

    private async Task<PortalPage> OpenAsync(string path)
    {
        var open = await browser.OpenAsync(path);
        await open.InteractiveAsync();
        return open;
    }

    [GeneratedRegex("^Open a shell in ")]
    private static partial Regex OpenAShell();
}
