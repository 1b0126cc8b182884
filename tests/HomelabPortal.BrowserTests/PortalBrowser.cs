using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>
/// One browser and one portal on the simulated lab, for the tests that only look.
/// A test that changes the lab starts a <see cref="PortalProcess"/> of its own and opens its address.
/// <c>HOMELAB_PORTAL_URL</c> names a portal that already runs.
/// </summary>
public sealed class PortalBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly Dictionary<Viewport, IBrowserContext> _windows = [];
    private PortalProcess? _portal;

    internal Uri Address { get; private set; } = new("about:blank");

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is not null)
            return;
        if (Environment.GetEnvironmentVariable("HOMELAB_PORTAL_URL") is { Length: > 0 } running)
        {
            Address = new Uri(running);
        }
        else
        {
            _portal = await PortalProcess.StartAsync(null, CancellationToken.None);
            await _portal.ReadyAsync(CancellationToken.None);
            Address = _portal.Address;
        }

        // Far more than a page needs: a busy machine is no fault of the page.
        SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_portal is not null)
            await _portal.DisposeAsync();
    }

    /// <summary>Opens an own browser session (cookies, storage, size, theme) on <paramref name="address"/>, by default the shared portal.</summary>
    /// <param name="person">Who is signed in; null for nobody, whom the simulated lab makes its demo admin.</param>
    internal async Task<PortalPage> OpenAsync(
        string path, Viewport viewport = Viewport.Desktop, ColorScheme theme = ColorScheme.Light, Uri? address = null, PortalPerson? person = null)
    {
        var context = await WindowAsync(viewport, theme, address ?? person?.Portal ?? Address);
        if (person is not null)
            await context.AddCookiesAsync(person.CookiePairs.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = person.Portal.ToString() }));
        return await PortalPage.OpenAsync(context, path, $"{viewport}-{theme}".ToLowerInvariant());
    }

    /// <summary>Opens a tab on the shared portal in a window that all such visits share. Light, and without a circuit or a cookie of an earlier one, but with its cache.</summary>
    internal async Task<PortalPage> VisitAsync(string path, Viewport viewport)
    {
        if (!_windows.TryGetValue(viewport, out var window))
        {
            _windows[viewport] = window = await WindowAsync(viewport, ColorScheme.Light, Address);
            await PortalPage.PrepareAsync(window);
        }

        return await PortalPage.OpenTabAsync(window, path, $"{viewport}-{ColorScheme.Light}".ToLowerInvariant());
    }

    private Task<IBrowserContext> WindowAsync(Viewport viewport, ColorScheme theme, Uri address)
    {
        var isPhone = viewport == Viewport.Phone;
        return _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            DeviceScaleFactor = isPhone ? 2 : 1,
            HasTouch = isPhone,
            IsMobile = isPhone,
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "UTC",
            Locale = "en-GB",
        });
    }
}
