using HomelabPortal.Testing;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>The main pages of a portal that sees nothing: of one that is not connected yet, and of one whose whole lab stopped answering.</summary>
[Collection(PortalCollection.Name)]
public sealed class GoneLabTests(PortalBrowser browser)
{
    private const float GreyWithin = 60_000;

    private static readonly (string Name, string Path)[] _pages =
    [
        ("home", "/"), ("status", "/status"), ("apps", "/apps"), ("map", "/map"), ("hostnames", "/hostnames"), ("traces", "/trace"), ("trace", "/trace/jellyfin.cowlab.org"), ("checks", "/checks"),
        ("exposures", "/exposures"), ("dns", "/dns"), ("tunnels", "/tunnels"), ("logins", "/logins"), ("gpu", "/gpu"), ("nodes", "/cluster/nodes"), ("workloads", "/cluster/workloads"),
        ("pods", "/cluster/pods"), ("services", "/cluster/services"), ("ingress", "/cluster/ingress"), ("storage", "/cluster/storage"), ("certificates", "/cluster/certificates"),
    ];

    [AxeTheory]
    [InlineData(Viewport.Desktop)]
    [InlineData(Viewport.Phone)]
    public async Task Pages_OfAPortalThatIsNotConnected_FitAndAreUsableByEverybody(Viewport viewport)
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Lab__Mode"] = "Real" }, default);
        await portal.ReadyAsync(default);
        using var admin = await portal.AdminAsync();

        Assert.Equal([], await LookAsync("unconnected", viewport, admin));
    }

    [AxeTheory]
    [InlineData(Viewport.Desktop)]
    [InlineData(Viewport.Phone)]
    public async Task Pages_OfALabThatStoppedAnswering_FitAndAreUsableByEverybody(Viewport viewport)
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        await using var portal = await PortalProcess.StartAsync(simulator.Settings, default);
        await portal.ReadyAsync(default);
        using var admin = await portal.AdminAsync();
        await using (var nodes = await browser.OpenAsync("/cluster/nodes", viewport, person: admin))
        {
            await nodes.InteractiveAsync();
            await Expect(nodes.Page.GetByText("node1").First).ToBeVisibleAsync();
            await simulator.HangAsync();
            await Expect(nodes.Page.Locator(".stale-content").First).ToBeVisibleAsync(new() { Timeout = GreyWithin });
        }

        Assert.Equal([], await LookAsync("gone", viewport, admin));
    }

    private async Task<List<string>> LookAsync(string lab, Viewport viewport, PortalPerson admin)
    {
        var wrong = new List<string>();
        await using var first = await browser.OpenAsync("/status", viewport, person: admin);
        await PortalPage.PrepareAsync(first.Page.Context);
        foreach (var (name, path) in _pages)
        {
            await using var visit = await PortalPage.OpenTabAsync(first.Page.Context, path, $"{viewport}-light".ToLowerInvariant());
            await visit.SettledAsync();
            await visit.FitsAsync();
            wrong.AddRange((await Axe.FindAsync(visit.Page)).Select(fault => $"{path} light: {fault}"));
            await visit.ScreenshotAsync($"{lab}-{name}");
            await visit.DarkenAsync();
            wrong.AddRange((await Axe.FindAsync(visit.Page, "color-contrast")).Select(fault => $"{path} dark: {fault}"));
            await visit.ScreenshotAsync($"{lab}-{name}");
        }

        return wrong;
    }
}
