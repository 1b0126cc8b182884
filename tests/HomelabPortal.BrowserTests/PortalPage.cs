using System.Collections.Concurrent;
using HomelabPortal.Testing;
using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

/// <summary>One open page; whatever the browser reports as an error on it fails the test when it is closed.</summary>
internal sealed class PortalPage : IAsyncDisposable
{
    /// <summary>The circuit draws the prerendered page anew, so the elements that were marked at first are gone when it has.</summary>
    private const string MarkPrerendered = "addEventListener('DOMContentLoaded', () => { const main = document.querySelector('main'); if (main) main.isPrerendered = true; })";
    private const string IsDrawnAnew = "() => { const main = document.querySelector('main'); return main && !main.isPrerendered; }";
    private static readonly TimeSpan _interactiveTimeout = TimeSpan.FromSeconds(60);

    private const int TallestPicture = 4000;
    private readonly string _look;
    private readonly ConcurrentQueue<string> _errors = new();

    private PortalPage(IPage page, string look)
    {
        _look = look;
        Page = page;
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Enqueue($"{message.Text} ({message.Location})");
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    public static async Task<PortalPage> OpenAsync(IBrowserContext context, string path, string look)
    {
        await context.AddInitScriptAsync(MarkPrerendered);
        var opened = new PortalPage(await context.NewPageAsync(), look);
        await opened.Page.GotoAsync(path);
        return opened;
    }

    /// <summary>Waits until the circuit has drawn the page once, so that clicks reach it. A static page never becomes interactive.</summary>
    public async Task InteractiveAsync()
    {
        await Page.WaitForFunctionAsync(IsDrawnAnew, null, new() { Timeout = (float)_interactiveTimeout.TotalMilliseconds });
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// <summary>Waits until the page asks for nothing more. A log that is followed asks for ever, so there its lines are waited for.</summary>
    public static async Task SettleAsync(IPage page)
    {
        if (page.Url.Contains("tab=logs", StringComparison.Ordinal))
            await Assertions.Expect(page.Locator("[data-log-state]")).ToContainTextAsync("lines");
        else
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Nothing on the page reaches past its right edge.</summary>
    public async Task FitsAsync()
    {
        var (wide, window) = (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), await Page.EvaluateAsync<int>("() => document.documentElement.clientWidth"));
        Assert.True(wide <= window, $"{Page.Url} is {wide} pixels wide in a window of {window}.");
    }

    /// <summary>
    /// Saves artifacts/screenshots/NAME-VIEWPORT-THEME.png and returns the path.
    /// The window is made as tall as the page first, so that bars which stick to its edges are drawn there.
    /// </summary>
    public async Task<string> ScreenshotAsync(string name)
    {
        await FitsAsync();
        var path = RepositoryFolder.Combine("artifacts", "screenshots", $"{name}-{_look}.png");
        var window = Page.ViewportSize!;
        var height = await Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await Page.SetViewportSizeAsync(window.Width, Math.Clamp(height, window.Height, TallestPicture));
        await Page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
        await Page.SetViewportSizeAsync(window.Width, window.Height);
        return path;
    }

    /// <summary>Ends the session; errors the test has not asked for fail it here.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Assert.True(_errors.IsEmpty, $"The browser reported errors on {Page.Url}:\n{string.Join('\n', _errors)}");
    }
}
