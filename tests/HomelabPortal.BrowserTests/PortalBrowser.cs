using HomelabPortal.Testing;
using Microsoft.Playwright;

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
    internal async Task<PortalPage> OpenAsync(
        string path, Viewport viewport = Viewport.Desktop, ColorScheme theme = ColorScheme.Light, Uri? address = null)
    {
        var isPhone = viewport == Viewport.Phone;
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = (address ?? Address).ToString(),
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            DeviceScaleFactor = isPhone ? 2 : 1,
            HasTouch = isPhone,
            IsMobile = isPhone,
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "UTC",
            Locale = "en-GB",
        });
        return await PortalPage.OpenAsync(context, path, $"{viewport}-{theme}".ToLowerInvariant());
    }
}
