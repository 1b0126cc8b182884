using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>The API server hangs for a minute under three open pages.</summary>
[Collection(PortalCollection.Name)]
public sealed class OutageJourneyTests(PortalBrowser browser)
{
    private static readonly TimeSpan _outage = TimeSpan.FromSeconds(60);

    private const string Postgres = "a[href='/cluster/pods/databases/postgres-0']";

    /// <summary>The promise to people, and what a busy test machine may add to it.</summary>
    private const float GreyWithin = 15_000 + 5_000;
    private const float BackWithin = 10_000 + 5_000;

    [BrowserFact]
    public async Task ApiServer_HangsForAMinute_EverythingGreysWithItsAgeAndComesBack()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Lab__Mode"] = "Real", ["Kubernetes__Kubeconfig"] = simulator.Kubeconfig }, default);
        await portal.ReadyAsync(default);
        using var admin = await portal.AdminAsync();
        await using var pods = await OpenAsync("/cluster/pods", admin);
        await using var node = await OpenAsync("/cluster/nodes/node1", admin);
        await using var home = await OpenAsync("/", admin);
        PortalPage[] pages = [pods, node, home];
        await Expect(pods.Page.Locator(Postgres)).ToBeVisibleAsync();

        await simulator.HangAsync();
        var hungAt = TimeProvider.System.GetTimestamp();
        foreach (var page in pages)
            await Expect(page.Page.Locator(".stale-content").First).ToBeVisibleAsync(new() { Timeout = GreyWithin });
        await Expect(pods.Page.GetByText("Last seen").First).ToBeVisibleAsync();
        await pods.ScreenshotAsync("outage-pods");
        await home.ScreenshotAsync("outage-home");
        await node.ScreenshotAsync("outage-node");

        await Task.Delay(_outage - TimeProvider.System.GetElapsedTime(hungAt), TimeProvider.System);
        await Expect(pods.Page.Locator(Postgres)).ToBeVisibleAsync();
        await simulator.GoOnAsync();

        foreach (var page in pages)
            await Expect(page.Page.Locator(".stale-content")).ToHaveCountAsync(0, new() { Timeout = BackWithin });
        // Alive, not only redrawn: the circuit still answers.
        await pods.Page.GetByRole(AriaRole.Searchbox).First.FillAsync("postgres-0");
        await Expect(pods.Page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    private async Task<PortalPage> OpenAsync(string path, PortalPerson admin)
    {
        var page = await browser.OpenAsync(path, person: admin);
        await page.InteractiveAsync();
        return page;
    }
}
