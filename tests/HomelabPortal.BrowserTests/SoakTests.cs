using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>Two minutes of what eng/bench.sh does for thirty: many changes, one tab that stays and others that come and go.</summary>
[Collection(PortalCollection.Name)]
public sealed class SoakTests(PortalBrowser browser)
{
    private static readonly TimeSpan _length = TimeSpan.FromMinutes(2);

    /// <summary>Far above the promise: this asks whether the page lives, not how fast it is.</summary>
    private static readonly TimeSpan _stillLive = TimeSpan.FromSeconds(15);

    /// <summary>The simulator writes the time of each change into the pod's restart count; sorted by it, the newest is on top.</summary>
    private const string Newest =
        "Math.max(0, ...[...document.querySelectorAll('tbody td')].flatMap(cell => [...cell.textContent.matchAll(/\\b1\\d{9}\\b/g)]).map(match => +match[0]))";

    [BrowserFact]
    public async Task PodsPage_UnderFiftyChangesASecond_StaysLiveAndTheServerIsReadOnce()
    {
        await using var lab = await PortalLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Fleet(50, 3000), Lives = false });
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        using var admin = await portal.AdminAsync();
        await using var stays = await browser.OpenAsync("/cluster/pods?sort=-restarts", person: admin);
        await stays.InteractiveAsync();
        lab.Lab.Churn(50);
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < _length)
        {
            await using (var passes = await browser.OpenAsync("/cluster/nodes", person: admin))
                await passes.InteractiveAsync();
            await IsLiveAsync(stays.Page);
            await WalksAsync(stays.Page);
        }

        var reads = lab.Lab.Faults.Log.Requests.Where(request => request.PathAndQuery.StartsWith("/api/v1/pods?", StringComparison.Ordinal)).ToList();
        Assert.Single(reads, request => request.Verb == "watch");
        Assert.All(reads.Where(request => request.Verb == "list").GroupBy(request => request.PathAndQuery), page => Assert.Single(page));
    }

    /// <summary>What changed a moment ago is on the screen.</summary>
    private static async Task IsLiveAsync(IPage page)
    {
        var before = await page.EvaluateAsync<long>($"() => {Newest}");
        await page.WaitForFunctionAsync($"before => {Newest} > before", before, new() { Timeout = (float)_stillLive.TotalMilliseconds, PollingInterval = 100 });
    }

    /// <summary>A page that is wedged changes its address and nothing else.</summary>
    private static async Task WalksAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Nodes" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nodes", new() { Timeout = (float)_stillLive.TotalMilliseconds });
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Pods", new() { Timeout = (float)_stillLive.TotalMilliseconds });
    }
}
