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

    [BrowserTheory]
    [InlineData(Viewport.Desktop, ColorScheme.Light)]
    [InlineData(Viewport.Phone, ColorScheme.Dark)]
    public async Task Operator_FollowsSearchesAndReadsThePreviousRun(Viewport viewport, ColorScheme theme)
    {
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        var log = Log(lab);
        await using var open = await browser.OpenAsync(Path, viewport, theme, person: await portal.AdminAsync());
        await open.InteractiveAsync();
        var lines = open.Page.Locator(".log-text");
        await Expect(open.Page.Locator("[data-log-state]")).ToContainTextAsync("lines");

        log.Write(Now(), "level=error msg=\"the disk is full\"", "\e[31mred\e[0m \e]0;title\aand \u202eplain <b>text</b>");
        await Expect(lines.GetByText("the disk is full")).ToBeVisibleAsync();
        await Expect(open.Page.Locator(".v-e").Last).ToBeVisibleAsync();
        // The container goes on writing meanwhile, so that ours is not the last line for long.
        var odd = lines.Filter(new() { HasText = "plain <b>text</b>" });
        await Expect(odd).ToHaveTextAsync("red and ⟨U+202E⟩plain <b>text</b>");
        await Expect(open.Page.Locator(".log-text .f1").Last).ToHaveTextAsync("red");
        await open.FitsAsync();

        await open.Page.GetByLabel("Search", new() { Exact = true }).FillAsync("DISK is");
        await Expect(open.Page.Locator(".log-text mark")).ToHaveTextAsync("disk is");
        await Expect(odd).ToBeHiddenAsync();
        await Expect(open.Page.Locator("[data-log-state]")).ToContainTextAsync("1 of ");
        await open.Page.GetByTitle("Search by regular expression").ClickAsync();
        await open.Page.GetByLabel("Search", new() { Exact = true }).FillAsync("disk (is");
        await Expect(open.Page.GetByText("a ( is not closed")).ToBeVisibleAsync();
        await open.Page.GetByLabel("Search", new() { Exact = true }).FillAsync("d.sk (is|was)");
        await Expect(open.Page.Locator(".log-text mark")).ToHaveTextAsync("disk is");
        await open.Page.GetByLabel("Search", new() { Exact = true }).FillAsync("");

        log.Restart();
        log.Write(Now(), "a new beginning");
        await open.Page.GetByLabel("Run").SelectOptionAsync("true");
        await Expect(lines.GetByText("the disk is full")).ToBeVisibleAsync();
        await Expect(lines.GetByText("a new beginning")).ToHaveCountAsync(0);
        await open.FitsAsync();
    }

    [BrowserFact]
    public async Task PatternWhoseWorkerStartsLate_IsFoundAndNeverUndoesTheNextSearch()
    {
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        var log = Log(lab);
        await using var open = await browser.OpenAsync(Path, person: await portal.AdminAsync());
        await open.InteractiveAsync();
        await Expect(open.Page.Locator("[data-log-state]")).ToContainTextAsync("lines");
        log.Write(Now(), "the disk is full", "the moon is full");
        await Expect(open.Page.Locator(".log-text").GetByText("the moon is full")).ToBeVisibleAsync();
        var started = new SemaphoreSlim(0);
        var released = new TaskCompletionSource();
        await open.Page.Context.RouteAsync("**/worker*.js", async route =>
        {
            started.Release();
            await released.Task;
            await route.ContinueAsync();
        });
        await open.Page.Clock.InstallAsync();
        var search = open.Page.GetByLabel("Search", new() { Exact = true });
        var found = open.Page.Locator(".log-text mark");

        await open.Page.GetByTitle("Search by regular expression").ClickAsync();
        await search.FillAsync("m..n is");
        Assert.True(await started.WaitAsync(TimeSpan.FromMinutes(1)), "The pattern's worker was never asked for.");
        await open.Page.Clock.FastForwardAsync(10_000);
        await search.FillAsync("d.sk is");
        Assert.True(await started.WaitAsync(TimeSpan.FromMinutes(1)), "The second pattern's worker was never asked for.");
        await open.Page.Clock.FastForwardAsync(10_000);
        released.SetResult();

        await Expect(found).ToHaveTextAsync("disk is");
        await Expect(open.Page.Locator("[data-log-fault]")).ToBeHiddenAsync();
        var texts = await open.Page.Locator(".log-text").AllTextContentsAsync();
        Assert.Equal(["the disk is full", "the moon is full"], texts.Where(text => text.EndsWith(" is full", StringComparison.Ordinal)));
    }

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
            await Expect(open.Page.Locator(".log-text").GetByText($"after {round}")).ToHaveCountAsync(1);
        }

        var texts = (await open.Page.Locator(".log-text").AllTextContentsAsync()).SkipWhile(text => text != "before 0").Where(text => !text.Contains("level=", StringComparison.Ordinal)).ToList();
        var mine = texts.Where(text => text == "same" || text.StartsWith("before ", StringComparison.Ordinal) || text.StartsWith("after ", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 5).SelectMany(round => new[] { $"before {round}", "same", "same", "same", "same", $"after {round}" }), mine);
        await Expect(open.Page.Locator(".k-gap")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task TenThousandLines_ScrollAndKeepTheirPlace()
    {
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        var log = Log(lab);
        await using var open = await browser.OpenAsync(Path, person: await portal.AdminAsync());
        await open.InteractiveAsync();
        await Expect(open.Page.Locator("[data-log-state]")).ToContainTextAsync("lines");
        for (var block = 0; block < 20; block++)
            log.Write(Now(), Enumerable.Range(block * 600, 600).Select(number => $"level=info msg=\"line {number} of many\""));
        await Expect(open.Page.Locator(".log-text").GetByText("line 11999 of many")).ToHaveCountAsync(1);
        Assert.InRange(await open.Page.Locator(".log-line").CountAsync(), 9_500, 10_200);
        await Expect(open.Page.GetByText("older lines were let go")).ToBeVisibleAsync();

        // A reader who scrolled up sees the same lines while new ones come.
        var list = open.Page.Locator("[data-log-list]");
        await list.EvaluateAsync("list => { list.scrollTop = list.scrollHeight / 2; }");
        await Expect(open.Page.Locator("[data-log-jump]")).ToBeVisibleAsync();
        const string AtTheTop = "list => { const box = list.getBoundingClientRect(); return document.elementFromPoint(box.left + 200, box.top + 60)?.closest('.log-line')?.textContent; }";
        await open.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))");
        var before = await list.EvaluateAsync<string>(AtTheTop);
        log.Write(Now(), Enumerable.Range(0, 500).Select(number => $"later {number}"));
        await Expect(open.Page.Locator("[data-log-jump]")).ToContainTextAsync("new lines");
        await Expect(open.Page.Locator(".log-text").GetByText("later 499")).ToHaveCountAsync(1);
        Assert.Equal(before, await list.EvaluateAsync<string>(AtTheTop));
        await open.Page.Locator("[data-log-jump]").ClickAsync();
        await Expect(open.Page.Locator(".log-text").GetByText("later 499")).ToBeInViewportAsync();

        // A second of scrolling never holds the page up for long.
        var longest = await list.EvaluateAsync<double>("""
            list => new Promise(done => {
              let last = performance.now(), longest = 0, frames = 0;
              const step = now => { longest = Math.max(longest, now - last); last = now; list.scrollTop = Math.abs(Math.sin(frames / 20)) * list.scrollHeight; if (++frames < 120) requestAnimationFrame(step); else done(longest); };
              requestAnimationFrame(step);
            })
            """);
        Assert.True(longest < 2_000, $"A frame took {longest:0} ms.");
    }

    /// <summary>Read once by the portal before a test writes, so that what the lab makes up comes first.</summary>
    private static ContainerLog Log(PortalLab lab) => lab.Lab.PodLogs.Of("databases", "postgres-0", "postgres");

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
