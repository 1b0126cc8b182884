using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes.Kubelet;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>A person who reads logs: in a real browser, through the portal, from a container of the simulated cluster.</summary>
[Collection(PortalCollection.Name)]
public sealed class LogsJourneyTests(PortalBrowser browser)
{
    private const string Path = "/cluster/pods/databases/postgres-0?tab=logs&container=postgres";
    private static readonly FaultMatch _logs = new() { PathContains = "/log?" };

    [BrowserFact]
    public async Task ConnectionThatBreaks_LosesNoLineAndRepeatsNone()
    {
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        var log = Log(lab);
        await using var open = await browser.OpenAsync(Path, person: await portal.AdminAsync());
        await open.InteractiveAsync();
        await Expect(open.Page.Locator("[data-log-state]")).ToContainTextAsync("lines");
        for (var round = 0; round < 5; round++)
        {
            // Three of one instant: they are counted, not compared.
            log.Write(Now(), $"before {round}", "same", "same", "same");
            await Expect(open.Page.Locator(".log-text").GetByText($"before {round}")).ToHaveCountAsync(1);
            lab.Lab.Faults.StrikeOpen(_logs, new FaultEffect.DropWatch());
            log.Write(Now(), "same", $"after {round}");
            await Expect(open.Page.Locator(".log-text").GetByText($"after {round}")).ToHaveCountAsync(1, new() { Timeout = 15_000 });
        }

        var texts = (await open.Page.Locator(".log-text").AllTextContentsAsync()).SkipWhile(text => text != "before 0").Where(text => !text.Contains("level=", StringComparison.Ordinal)).ToList();
        var mine = texts.Where(text => text == "same" || text.StartsWith("before ", StringComparison.Ordinal) || text.StartsWith("after ", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 5).SelectMany(round => new[] { $"before {round}", "same", "same", "same", "same", $"after {round}" }), mine);
        await Expect(open.Page.Locator(".k-gap")).ToHaveCountAsync(0);
    }

    /// <summary>Read once by the portal before a test writes, so that what the lab makes up comes first.</summary>
    private static ContainerLog Log(PortalLab lab) => lab.Lab.PodLogs.Of("databases", "postgres-0", "postgres");

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
