using System.Collections.Concurrent;
using System.Text.Json;
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

    /// <summary>Placeholders are gone, or have had their time: some stand for what never comes in a simulated lab.</summary>
    private const string IsSettled = "() => { window.settling ??= Date.now(); return !document.querySelector('.skeleton, [aria-busy=true]') || Date.now() - window.settling > 10_000; }";

    private const int TallestPicture = 4000;
    private readonly bool _keepsContext;
    private readonly ConcurrentQueue<string> _errors = new();
    private string _look;
    private IResponse? _response;

    private PortalPage(IPage page, string look, bool keepsContext)
    {
        (_look, _keepsContext) = (look, keepsContext);
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
        return await OpenAsync(context, path, look, false);
    }

    /// <summary>A further tab of a window that stays open, so that the next one finds the portal's files in its cache.</summary>
    public static Task<PortalPage> OpenTabAsync(IBrowserContext context, string path, string look) => OpenAsync(context, path, look, true);

    /// <summary>What every tab of a window that is kept brings along.</summary>
    public static async Task PrepareAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(MarkPrerendered);
        await context.AddInitScriptAsync(PageRecord.Violations);
        await context.AddInitScriptAsync(PageRecord.Shifts);
        if (Axe.WhyMissing is null)
            await Axe.AddAsync(context);
    }

    private static async Task<PortalPage> OpenAsync(IBrowserContext context, string path, string look, bool keepsContext)
    {
        var opened = new PortalPage(await context.NewPageAsync(), look, keepsContext);
        opened._response = await opened.Page.GotoAsync(path);
        return opened;
    }

    /// <summary>The page as it came over the wire.</summary>
    public Task<string> HtmlAsync() => _response!.TextAsync();

    /// <summary>Waits until the page is drawn for good: by its circuit where it has one, and with everything that it fetches first.</summary>
    public async Task SettledAsync()
    {
        if ((await HtmlAsync()).Contains("<!--Blazor:{\"type\":\"server\"", StringComparison.Ordinal))
            await InteractiveAsync();
        await Page.WaitForFunctionAsync(IsSettled, null, new() { Timeout = (float)_interactiveTimeout.TotalMilliseconds });
    }

    /// <summary>What the content policy refused to the page so far.</summary>
    public async Task<IEnumerable<string>> ViolationsAsync() => (await Page.EvaluateAsync<string[]>("() => violations")).Select(what => $"policy: {what}");

    /// <summary>What moved without anybody's doing, if it is more than <paramref name="most"/> in all.</summary>
    public async Task<IEnumerable<string>> ShiftsAsync(double most)
    {
        var shifts = await Page.EvaluateAsync<JsonElement>("() => shifts");
        return shifts.EnumerateArray().Sum(shift => shift.GetProperty("value").GetDouble()) <= most
            ? []
            : shifts.EnumerateArray().Select(shift => $"moved by {shift.GetProperty("value").GetDouble():0.000}: {shift.GetProperty("where").GetString()}");
    }

    /// <summary>The same page for who prefers dark.</summary>
    public async Task DarkenAsync()
    {
        await ShowInAsync(Page, ColorScheme.Dark);
        _look = _look.Replace("light", "dark", StringComparison.Ordinal);
    }

    /// <summary>Shows a page in another theme and waits until its colours have faded over: until then there are none that can be judged.</summary>
    public static async Task ShowInAsync(IPage page, ColorScheme theme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        await page.EvaluateAsync("async () => { for (let frame = 0; frame < 3 || document.getAnimations().some(one => one.constructor.name === 'CSSTransition'); frame++) await new Promise(requestAnimationFrame); }");
    }

    /// <summary>Waits until the circuit has drawn the page once, so that clicks reach it. A static page never becomes interactive.</summary>
    public async Task InteractiveAsync()
    {
        await Page.WaitForFunctionAsync(IsDrawnAnew, null, new() { Timeout = (float)_interactiveTimeout.TotalMilliseconds });
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// <summary>What reaches past the right edge of its card, and is not meant to be scrolled there.</summary>
    private const string TooWide = """
        () => [...document.querySelectorAll('main .card')].flatMap(card => {
          const edge = card.getBoundingClientRect().right + 1;
          const isScrolled = element => element !== card && (getComputedStyle(element).overflowX !== 'visible' || isScrolled(element.parentElement));
          return [...card.querySelectorAll('table, dl, ul, ol, header, form')]
            .filter(part => part.getBoundingClientRect().right > edge && !isScrolled(part))
            .map(part => `${part.tagName.toLowerCase()} in “${card.getAttribute('aria-label') ?? card.querySelector('h2')?.textContent ?? ''}”`);
        })
        """;

    /// <summary>Nothing on the page reaches past its right edge, and nothing in a card past the card's.</summary>
    /// <param name="width">How wide the window is made first.</param>
    public async Task FitsAsync(int? width = null)
    {
        if (width is { } wanted)
            await Page.SetViewportSizeAsync(wanted, Page.ViewportSize!.Height);
        var (wide, window) = (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), await Page.EvaluateAsync<int>("() => document.documentElement.clientWidth"));
        Assert.True(wide <= window, $"{Page.Url} is {wide} pixels wide in a window of {window}.");
        var parts = await Page.EvaluateAsync<string[]>(TooWide);
        Assert.True(parts.Length == 0, $"{Page.Url}, {window} pixels wide: too wide for their cards are {string.Join(", ", parts)}.");
    }

    /// <summary>
    /// Nothing reaches past the edge; and where pictures are wanted, saves artifacts/screenshots/NAME-VIEWPORT-THEME.png.
    /// The window is made as tall as the page first, so that bars which stick to its edges are drawn there.
    /// </summary>
    public async Task ScreenshotAsync(string name)
    {
        await FitsAsync();
        if (!Pictures.AreWanted)
            return;
        var path = RepositoryFolder.Combine("artifacts", "screenshots", $"{name}-{_look}.png");
        var window = Page.ViewportSize!;
        var height = await Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await Page.SetViewportSizeAsync(window.Width, Math.Clamp(height, window.Height, TallestPicture));
        await Page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
        await Page.SetViewportSizeAsync(window.Width, window.Height);
    }

    /// <summary>Ends the session; errors the test has not asked for fail it here.</summary>
    public async ValueTask DisposeAsync()
    {
        await (_keepsContext ? Page.CloseAsync() : Page.Context.DisposeAsync().AsTask());
        Assert.True(_errors.IsEmpty, $"The browser reported errors on {Page.Url}:\n{string.Join('\n', _errors)}");
    }
}
