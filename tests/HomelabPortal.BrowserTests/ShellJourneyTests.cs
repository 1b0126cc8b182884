using System.Text.RegularExpressions;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>A person at a shell: in a real browser, through the portal, into a container of the simulated cluster.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class ShellJourneyTests(PortalBrowser browser)
{
    private const string Path = "/cluster/pods/databases/postgres-0?tab=shell";
    private const string Violations =
        "window.violations = []; document.addEventListener('securitypolicyviolation', e => window.violations.push(`${e.effectiveDirective} ${e.sourceFile ?? ''} ${e.sample ?? ''}`))";

    private static readonly FaultMatch _exec = new() { PathContains = "/exec?" };

    [BrowserTheory]
    [InlineData(Viewport.Desktop, ColorScheme.Light)]
    [InlineData(Viewport.Phone, ColorScheme.Dark)]
    public async Task Admin_AtAShell_TypesPastesResizesAndReadsTheExitCode(Viewport viewport, ColorScheme theme)
    {
        await using var open = await browser.OpenAsync(Path, viewport, theme);
        await open.Page.AddInitScriptAsync(Violations);
        await open.Page.ReloadAsync();
        await OpenShellAsync(open);
        var screen = open.Page.Locator(".xterm-rows");

        await TypeAsync(open, "ls");
        await Expect(screen).ToContainTextAsync("app");
        // Folders are blue, so the colours reached the screen past the content policy.
        var blue = screen.GetByText("app", new() { Exact = true });
        Assert.NotEqual(await ColourAsync(screen), await ColourAsync(blue));

        await TypeAsync(open, "stty size");
        var before = await SizeAsync(screen);
        await open.Page.SetViewportSizeAsync(viewport == Viewport.Phone ? 360 : 900, 700);
        await TypeAsync(open, "clear");
        await TypeAsync(open, "stty size");
        await Expect(screen).Not.ToContainTextAsync(before);
        Assert.NotEqual(before, await SizeAsync(screen));
        await open.FitsAsync();

        await open.Page.EvaluateAsync("""
            () => { const data = new DataTransfer(); data.setData('text/plain', 'echo pasted'); document.querySelector('.xterm-helper-textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); }
            """);
        await open.Page.Keyboard.PressAsync("Enter");
        await Expect(screen).ToContainTextAsync("echo pasted");

        await TypeAsync(open, "exit 3");
        await Expect(open.Page.Locator("[data-shell-state]")).ToHaveTextAsync("The shell has ended with exit code 3.");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Open a new one" }).ClickAsync();
        await Expect(open.Page.Locator("[data-shell-state]")).ToHaveTextAsync("bash in postgres");
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("() => violations"));
    }

    [BrowserFact]
    public async Task Keyboard_LeavesTheTerminalAndTheScreensKeysWork()
    {
        await using var open = await browser.OpenAsync(Path, Viewport.Phone);
        await OpenShellAsync(open);
        await open.Page.Keyboard.TypeAsync("sleep 1000");
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Control, for the next key" }).ClickAsync();
        await open.Page.Keyboard.TypeAsync("c");
        await Expect(open.Page.Locator(".xterm-rows")).ToContainTextAsync("^C");

        await open.Page.Keyboard.PressAsync("Control+Shift+ArrowUp");
        await Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Tab_Closed_EndsTheProgramInTheCluster()
    {
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        using var people = await PortalPeople.MakeAsync(portal);
        await portal.ReadyAsync(CancellationToken.None);
        await using var open = await browser.OpenAsync(Path, person: people.Operator);
        await OpenShellAsync(open);
        Assert.Equal(1, lab.Lab.Faults.OpenStreams(_exec));
        await open.Page.CloseAsync();

        await Eventually.HoldsAsync(() => lab.Lab.Faults.OpenStreams(_exec) == 0, () => "The program still runs in the cluster.", TimeSpan.FromSeconds(10));
        await using var seen = await browser.OpenAsync("/activity?tab=audit", person: people.Operator);
        await Expect(seen.Page.GetByText("Open a shell in databases/postgres-0, container postgres").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Viewer_SeesWhyNot()
    {
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        using var people = await PortalPeople.MakeAsync(portal);
        await portal.ReadyAsync(CancellationToken.None);
        await using var open = await browser.OpenAsync(Path, person: people.Viewer);
        await open.InteractiveAsync();

        await Expect(open.Page.GetByText("Only an operator may open a shell. You are a viewer.")).ToBeVisibleAsync();
        await Expect(open.Page.GetByRole(AriaRole.Button, new() { NameRegex = OpenWords() })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Terminal_IsLoadedOnTheShellTabAlone()
    {
        await using var open = await browser.OpenAsync("/cluster/pods/databases/postgres-0");
        var asked = new List<string>();
        open.Page.Request += (_, request) => asked.Add(request.Url);
        await open.Page.ReloadAsync();
        await open.InteractiveAsync();

        Assert.DoesNotContain(asked, url => url.Contains("terminal", StringComparison.Ordinal));
    }

    private static async Task OpenShellAsync(PortalPage open)
    {
        await open.InteractiveAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { NameRegex = OpenWords() }).ClickAsync();
        await Expect(open.Page.Locator("[data-shell-state]")).ToHaveTextAsync("bash in postgres");
        await Expect(open.Page.Locator(".xterm-rows")).ToContainTextAsync("root@postgres-0");
    }

    private static async Task TypeAsync(PortalPage open, string line)
    {
        await open.Page.Keyboard.TypeAsync(line);
        await open.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task<string> SizeAsync(ILocator screen)
    {
        await Expect(screen).ToContainTextAsync(SizeWords());
        return SizeWords().Match(await screen.InnerTextAsync()).Value;
    }

    private static Task<string> ColourAsync(ILocator element) => element.EvaluateAsync<string>("element => getComputedStyle(element).color");

    [GeneratedRegex("^Open a shell in")]
    private static partial Regex OpenWords();

    // The rows follow each other without a break between them.
    [GeneratedRegex(@"\d{1,3} \d{2,3}")]
    private static partial Regex SizeWords();
}
