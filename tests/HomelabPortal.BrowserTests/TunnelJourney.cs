using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>What a person does with tunnels in a browser, on a lab of its own; what came of it is looked up outside the portal.</summary>
internal sealed class TunnelJourney : IAsyncDisposable
{
    private const string Name = "books.cowlab.org";
    private const string Made = "cabin";
    private static readonly TimeSpan _outsideTimeout = TimeSpan.FromSeconds(60);
    private readonly LabPortal _portal;
    private readonly PortalPage _open;

    private TunnelJourney(LabPortal portal, PortalPage open) => (_portal, _open) = (portal, open);

    private IPage Page => _open.Page;

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    private string Home => _portal.Lab.CloudflareState.Tunnels[0].Id.ToString();

    public static async Task<TunnelJourney> StartAsync(PortalBrowser browser, Viewport viewport, ColorScheme theme)
    {
        var portal = await LabPortal.StartAsync();
        try
        {
            await portal.ReadyAsync();
            return new TunnelJourney(portal, await browser.OpenAsync("/tunnels", viewport, theme, person: portal.Admin));
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>A rule of ours goes off the Internet with all others at one press, and comes back at another.</summary>
    public async Task CloseAndOpenAsync()
    {
        var others = Rules();
        await GoAsync($"/tunnels/{Home}/rules/new");
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(Name);
        await Page.GetByLabel("Leads to").FillAsync("http://10.0.0.20:8000");
        await Page.GetByLabel("Type the name to confirm").FillAsync(Name);
        await PressAsync("Review the plan");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = $"Make the tunnel rule for {Name}" }).ClickAsync();
        await OutsideAsync(() => IsPublic);
        var open = Rules();

        await GoAsync("/tunnels");
        await PressAsync("Close all routes");
        await Expect(Dialog).ToContainTextAsync(Name);
        await _open.ScreenshotAsync("journey-tunnels-close");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Close all routes" }).ClickAsync();
        var banner = Page.GetByRole(AriaRole.Alert, new() { Name = "Tunnel routes closed" });
        await Expect(banner).ToContainTextAsync("All tunnel routes are closed.");
        await OutsideAsync(() => !IsPublic && Rules() == others && Records() == 0);
        await _open.ScreenshotAsync("journey-tunnels-closed");
        await GoAsync("/dns");
        await Expect(banner).ToContainTextAsync($"{Name} is off the Internet.");

        await banner.GetByRole(AriaRole.Button, new() { Name = "Open again" }).ClickAsync();
        await Expect(Dialog).ToContainTextAsync(Name);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Open again" }).ClickAsync();
        await Expect(banner).ToHaveCountAsync(0);
        await OutsideAsync(() => IsPublic && Rules() == open);
    }

    /// <summary>A tunnel is made, its token is shown this once with what runs it, and the tunnel is deleted by its name.</summary>
    public async Task LiveAndDieAsync()
    {
        await _open.InteractiveAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "New tunnel" }).First.ClickAsync();
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(Made);
        await PressAsync("Create the tunnel");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"Tunnel {Made}" })).ToBeVisibleAsync();
        var token = (await Page.Locator("main pre").First.InnerTextAsync()).Trim();
        Assert.True(token.Length > 40, "The connector token is too short to be one.");
        foreach (var file in new[] { "Kubernetes manifest", "Compose file" })
        {
            var part = Page.Locator("main details").Filter(new() { HasText = file });
            await part.Locator("summary h3").ClickAsync();
            await Expect(part.Locator("pre")).ToContainTextAsync(token);
        }

        await Expect(Page.Locator("main")).ToContainTextAsync("kind: Deployment");
        await Expect(Page.Locator("main")).ToContainTextAsync("restart: unless-stopped");
        await _open.ScreenshotAsync("journey-tunnel-made");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Open the tunnel" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = Made, Exact = true })).ToBeVisibleAsync();
        Assert.DoesNotContain(token, await Page.ContentAsync(), StringComparison.Ordinal);

        await PressAsync("Delete");
        var delete = Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete the tunnel" });
        await Expect(delete).ToHaveAttributeAsync("aria-disabled", "true");
        await Dialog.GetByLabel($"Type {Made} to confirm").FillAsync(Made);
        await Expect(delete).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await _open.ScreenshotAsync("journey-tunnel-delete");
        await delete.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Tunnels", Exact = true })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = Made, Exact = true })).ToHaveCountAsync(0);
        await OutsideAsync(() => _portal.Lab.CloudflareState.Tunnels.All(tunnel => tunnel.Name != Made || tunnel.DeletedAt is not null));
    }

    /// <summary>A rule of somebody else is taken over where it stands, and nothing of it changes.</summary>
    public async Task AdoptAsync()
    {
        var before = Rules();
        await GoAsync($"/tunnels/{Home}");
        var adopt = Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Adopt ") }).First;
        await Expect(adopt).ToBeVisibleAsync();
        var name = (await adopt.InnerTextAsync()).Split(["Adopt", "\n", " "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
        await _open.FitsAsync();
        await adopt.ClickAsync();
        await Dialog.GetByLabel($"Type {name} to confirm").FillAsync(name);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Adopt the rule" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = name }).First).ToContainTextAsync("Portal");
        await _open.ScreenshotAsync("journey-rule-adopted");
        Assert.Equal(before, Rules());
    }

    public async ValueTask DisposeAsync()
    {
        await _open.DisposeAsync();
        await _portal.DisposeAsync();
    }

    private bool IsPublic => Rules().Contains(Name, StringComparison.Ordinal) && Records() == 1;

    private async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await _open.InteractiveAsync();
    }

    private Task PressAsync(string words) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First.ClickAsync();

    private string Rules()
    {
        lock (_portal.Lab.CloudflareState.Gate)
            return _portal.Lab.CloudflareState.Tunnels[0].Document["ingress"]!.ToJsonString();
    }

    private int Records()
    {
        lock (_portal.Lab.CloudflareState.Gate)
            return _portal.Lab.CloudflareState.Zones[0].Records.Count(record => (string?)record["name"] == Name);
    }

    private static async Task OutsideAsync(Func<bool> holds)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < _outsideTimeout, "What was asked for did not come to be in Cloudflare.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }
}
