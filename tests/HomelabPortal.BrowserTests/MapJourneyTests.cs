using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>The picture of the lab is moved, zoomed, pointed at, read as a list and saved: by mouse, by keyboard and by thumb.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class MapJourneyTests(PortalBrowser browser)
{
    private const string Jellyfin = "[data-map-window] a[href='/hostnames/jellyfin.cowlab.org']";
    private const string Container = "[data-map-window] a[href='/gpu/hosts/media-box/containers/jellyfin']";
    private const string Elsewhere = "[data-map-window] a[href='/hostnames/sonarr.cowlab.org']";

    [BrowserFact]
    public async Task Keyboard_OnThePicture_ZoomsMovesAndShowsAllAgain()
    {
        await using var open = await OpenAsync();
        var (page, world) = (open.Page, open.Page.Locator("[data-map-world]"));

        await page.Locator("[data-map-window]").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await Expect(world).ToHaveAttributeAsync("transform", Scaled());
        var zoomed = await world.GetAttributeAsync("transform");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(world).Not.ToHaveAttributeAsync("transform", zoomed!);
        await page.Keyboard.PressAsync("0");

        await Expect(world).ToHaveAttributeAsync("transform", Whole());
    }

    /// <summary>Whoever pushes the picture by a link does not mean to open it.</summary>
    [BrowserFact]
    public async Task Mouse_OnThePicture_ZoomsAtThePointerAndPushesWithoutOpening()
    {
        await using var open = await OpenAsync();
        var (page, world, name) = (open.Page, open.Page.Locator("[data-map-world]"), open.Page.Locator(Jellyfin));
        var before = (await name.BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(before.X + 10, before.Y + 4);
        await page.Mouse.WheelAsync(0, -400);
        await Expect(world).ToHaveAttributeAsync("transform", Scaled());
        var zoomed = (await name.BoundingBoxAsync())!;
        Assert.True(zoomed.Width > before.Width * 1.1, "It is not larger.");
        Assert.InRange(before.Y + 4, zoomed.Y, zoomed.Y + zoomed.Height);

        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(before.X + 90, before.Y + 64, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        var pushed = (await name.BoundingBoxAsync())!;
        Assert.InRange(pushed.X - zoomed.X, 76, 84);
        Assert.InRange(pushed.Y - zoomed.Y, 56, 64);
        await Expect(page).ToHaveURLAsync(AtMap());
    }

    [BrowserFact]
    public async Task Hostname_PointedAt_LightsUpAllThatItPassesAndOpensItsPage()
    {
        await using var open = await OpenAsync();
        var page = open.Page;

        await page.Locator(Jellyfin).HoverAsync();

        await Expect(page.Locator(Container)).ToHaveAttributeAsync("data-lit", "");
        await Expect(page.Locator("[data-map-window] a[href='/cluster/ingress']")).ToHaveAttributeAsync("data-lit", "");
        await Expect(page.Locator(Elsewhere)).Not.ToHaveAttributeAsync("data-lit", "");
        await Expect(page.Locator("[data-map-tip]")).ToContainTextAsync("Internet → homelab → Traefik");
        await open.ScreenshotAsync("map-lit");
        await page.Locator(Jellyfin).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "jellyfin.cowlab.org", Level = 1 })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Hostname_ReachedByTab_IsLitAndBroughtIntoSight()
    {
        await using var open = await OpenAsync();
        var (page, pane) = (open.Page, open.Page.Locator("[data-map-window]"));
        await pane.FocusAsync();
        for (var press = 0; press < 8; press++)
            await page.Keyboard.PressAsync("+");

        for (var presses = 0; presses < 60 && !await page.Locator(Jellyfin).EvaluateAsync<bool>("name => document.activeElement === name"); presses++)
            await page.Keyboard.PressAsync("Tab");

        await Expect(page.Locator(Container)).ToHaveAttributeAsync("data-lit", "");
        var (box, name) = ((await pane.BoundingBoxAsync())!, (await page.Locator(Jellyfin).BoundingBoxAsync())!);
        Assert.InRange(name.X + (name.Width / 2), box.X, box.X + box.Width);
        Assert.InRange(name.Y + (name.Height / 2), box.Y, box.Y + box.Height);
    }

    /// <summary>What is looked at stays where it is, though more above it pushes it down in the picture.</summary>
    [BrowserFact]
    public async Task Picture_DrawnAnew_LeavesWhatHasTheFocusInItsPlace()
    {
        await using var open = await OpenAsync();
        var (page, name) = (open.Page, open.Page.Locator(Jellyfin));
        await page.Locator("[data-map-window]").FocusAsync();
        for (var press = 0; press < 4; press++)
            await page.Keyboard.PressAsync("+");
        await name.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        var before = (await name.BoundingBoxAsync())!;

        await name.EvaluateAsync("name => { for (const part of name.querySelectorAll('*')) for (const at of ['y', 'cy']) if (part.hasAttribute(at)) part.setAttribute(at, Number(part.getAttribute(at)) + 60); }");

        var after = (await name.BoundingBoxAsync())!;
        Assert.InRange(after.X - before.X, -1, 1);
        Assert.InRange(after.Y - before.Y, -1, 1);
    }

    /// <summary>What changes under the eyes of somebody who has zoomed in leaves them where they are.</summary>
    [BrowserFact]
    public async Task Picture_DrawnAnew_KeepsItsZoom()
    {
        await using var open = await OpenAsync();
        var (page, world) = (open.Page, open.Page.Locator("[data-map-world]"));
        await page.Locator("[data-map-window]").FocusAsync();
        for (var press = 0; press < 4; press++)
            await page.Keyboard.PressAsync("+");
        var width = (await page.Locator(Jellyfin).BoundingBoxAsync())!.Width;

        // By script: zoomed in, the mark may lie outside the window.
        await page.Locator("[data-map-window] a.fold[aria-label^='node1: ']").EvaluateAsync("fold => fold.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))");
        await Expect(page.Locator("[data-map-window] a.fold[aria-label^='node1: '][aria-label$='as small squares']")).ToHaveCountAsync(1);

        await Expect(world).ToHaveAttributeAsync("transform", Scaled());
        Assert.InRange((await page.Locator(Jellyfin).BoundingBoxAsync())!.Width, width * 0.98f, width * 1.02f);
    }

    [BrowserTheory]
    [InlineData(Viewport.Desktop)]
    [InlineData(Viewport.Phone)]
    public async Task List_OfTheSame_IsOneTapAwayAndSaysTheWays(Viewport viewport)
    {
        await using var open = await OpenAsync(viewport);
        var page = open.Page;

        await page.GetByRole(AriaRole.Radio, new() { Name = "List", Exact = true }).CheckAsync();

        var list = page.GetByRole(AriaRole.Region, new() { Name = "The map as text" });
        await Expect(page.Locator("[data-map-window]")).ToHaveCountAsync(0);
        await Expect(list.GetByRole(AriaRole.Link, new() { Name = "jellyfin.cowlab.org" })).ToBeVisibleAsync();
        await Expect(list).ToContainTextAsync("Internet → homelab → Traefik → media/jellyfin → media-box → jellyfin");
        await open.FitsAsync();
    }

    [BrowserFact]
    public async Task Picture_Saved_IsAnSvgFile()
    {
        await using var open = await OpenAsync();

        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.GetByRole(AriaRole.Link, new() { Name = "Save as SVG" }).ClickAsync());

        Assert.Equal("lab-map.svg", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("<svg ", text, StringComparison.Ordinal);
        Assert.Contains("jellyfin", text);
    }

    /// <summary>A finger points at the first touch and opens at the second.</summary>
    [BrowserFact]
    public async Task Thumb_OnThePicture_PointsThenOpensAndNothingScrollsSideways()
    {
        await using var open = await OpenAsync(Viewport.Phone);
        var page = open.Page;
        await open.FitsAsync();
        await page.SetViewportSizeAsync(360, 740);
        await open.FitsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).TapAsync();
        await Expect(page.Locator("[data-map-world]")).ToHaveAttributeAsync("transform", AnyScale());
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).TapAsync();

        var name = page.Locator("[data-map-window] a[href='/cluster/ingress']");
        await name.TapAsync();
        await Expect(page.Locator("[data-map-tip]")).ToContainTextAsync("Ingress Traefik");
        await Expect(page).ToHaveURLAsync(AtMap());
        await open.ScreenshotAsync("map-pointed");
        await name.TapAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ingress", Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>What is between the fingers stays between them.</summary>
    [BrowserFact]
    public async Task TwoFingers_OnThePicture_ZoomWhereTheyAre()
    {
        await using var open = await OpenAsync(Viewport.Phone);
        var (page, name) = (open.Page, open.Page.Locator(Jellyfin));
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).TapAsync();
        await Expect(page.Locator("[data-map-world]")).ToHaveAttributeAsync("transform", AnyScale());
        var before = (await name.BoundingBoxAsync())!;
        var (x, y) = (before.X + (before.Width / 2), before.Y + (before.Height / 2));

        var touch = await page.Context.NewCDPSessionAsync(page);
        await TouchAsync(touch, "touchStart", x, y, 16);
        for (var spread = 20; spread <= 48; spread += 4)
            await TouchAsync(touch, "touchMove", x, y, spread);
        await TouchAsync(touch, "touchEnd", x, y, null);

        var after = (await name.BoundingBoxAsync())!;
        Assert.InRange(after.Width / before.Width, 2.7f, 3.3f);
        Assert.InRange(after.X + (after.Width / 2) - x, -4, 4);
        Assert.InRange(after.Y + (after.Height / 2) - y, -4, 4);
        await Expect(page).ToHaveURLAsync(AtMap());
    }

    /// <summary>Two fingers above and below a point, or none.</summary>
    private static Task TouchAsync(ICDPSession touch, string type, float x, float y, float? spread) => touch.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
    {
        ["type"] = type,
        ["touchPoints"] = spread is null ? [] : new[] { new { x, y = y - spread, id = 0 }, new { x, y = y + spread, id = 1 } },
    });

    private async Task<PortalPage> OpenAsync(Viewport viewport = Viewport.Desktop)
    {
        var open = await browser.OpenAsync("/map", viewport);
        await open.InteractiveAsync();
        // The names, and what they lead to, come when every source was read.
        await Expect(open.Page.Locator(Jellyfin)).ToHaveCountAsync(1);
        await Expect(open.Page.Locator(Container)).ToHaveCountAsync(1);
        return open;
    }

    [GeneratedRegex(@"scale\((1\.[1-9]|[2-9])")]
    private static partial Regex Scaled();

    [GeneratedRegex(@"^translate\(-?0\.\d+ -?0\.\d+\) scale\(1\.0000\)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"scale\(0\.\d+\)")]
    private static partial Regex AnyScale();

    [GeneratedRegex(@"/map($|\?)")]
    private static partial Regex AtMap();
}
