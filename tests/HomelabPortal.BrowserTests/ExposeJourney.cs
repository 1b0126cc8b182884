using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>
/// The portal's main job in a browser, on a lab of its own: expose a service, tunnel it, undo that, remove it.
/// What a person sees is checked on the page, and what came of it outside the portal.
/// </summary>
internal sealed class ExposeJourney : IAsyncDisposable
{
    private const string Host = "tools.cowlab.org";
    private static readonly TimeSpan _outsideTimeout = TimeSpan.FromSeconds(30);
    private readonly SimulatedLab _lab;
    private readonly PortalProcess _portal;
    private readonly HttpClient _cluster;

    private ExposeJourney(SimulatedLab lab, PortalProcess portal, HttpClient cluster) => (_lab, _portal, _cluster) = (lab, portal, cluster);

    /// <summary>Cloudflare is simulated; Kubernetes is, too, unless <paramref name="kubeconfig"/> names a cluster.</summary>
    public static async Task<ExposeJourney> StartAsync(string? kubeconfig = null, Dictionary<string, string>? settings = null)
    {
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false, ConnectorDelay = TimeSpan.FromMilliseconds(500) }, default);
        kubeconfig ??= lab.Kubernetes.KubeconfigPath;
        try
        {
            var portal = await PortalProcess.StartAsync(
                new Dictionary<string, string>(settings ?? [])
                {
                    ["Lab__Mode"] = "Real",
                    ["Portal__Policy"] = "Sync",
                    ["Kubernetes__Kubeconfig"] = kubeconfig,
                    ["Cloudflare__BaseAddress"] = lab.Cloudflare.BaseAddress.ToString(),
                    ["Cloudflare__ApiToken"] = lab.Cloudflare.Token,
                    ["Cloudflare__AccountId"] = lab.Cloudflare.AccountId,
                },
                default);
            return new ExposeJourney(lab, portal, KubeconfigFile.Read(kubeconfig).CreateHttpClient());
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    /// <param name="service">namespace/name of a service that nothing exposes yet.</param>
    /// <param name="name">The beginning of the names of the pictures it takes; null takes none.</param>
    public async Task WalkAsync(PortalBrowser browser, Viewport viewport, ColorScheme theme, string service, string? name)
    {
        SetDefaultExpectTimeout(30_000);
        await _portal.ReadyAsync(default);
        await OutsideAsync(0, false, 0);
        await using var open = await browser.OpenAsync("/exposures/new", viewport, theme, _portal.Address);
        await open.InteractiveAsync();
        var page = open.Page;

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Service", Exact = true }).SelectOptionAsync(service);
        await page.GetByLabel("Hostname").FillAsync(Host);
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("IngressRoute");
        await OutsideAsync(0, false, 0);
        await PictureAsync(open, name, "plan");
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Expose {Host}" }).ClickAsync();
        await InPlaceAsync(page);
        await OutsideAsync(1, false, 0);
        await PictureAsync(open, name, "exposed");

        await page.GetByRole(AriaRole.Button, new() { Name = "Tunnel to the Internet" }).ClickAsync();
        var publish = dialog.GetByRole(AriaRole.Button, new() { Name = $"Tunnel {Host}" });
        await Expect(publish).ToHaveAttributeAsync("aria-disabled", "true");
        await dialog.GetByLabel($"Type {Host} to confirm").FillAsync(Host);
        await Expect(publish).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await PictureAsync(open, name, "tunnel");
        await publish.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take off the Internet" })).ToBeVisibleAsync();
        await InPlaceAsync(page);
        await OutsideAsync(1, true, 1);
        await PictureAsync(open, name, "tunnelled");

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Tunnel to the Internet" })).ToBeVisibleAsync();
        await OutsideAsync(1, false, 0);
        await InPlaceAsync(page);
        await PictureAsync(open, name, "undone");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Remove {Host}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Not exposed" })).ToBeVisibleAsync();
        await OutsideAsync(0, false, 0);
        await PictureAsync(open, name, "removed");
    }

    public async ValueTask DisposeAsync()
    {
        _cluster.Dispose();
        await _portal.DisposeAsync();
        await _lab.DisposeAsync();
    }

    private static Task InPlaceAsync(IPage page) => Expect(page.Locator("main")).ToContainTextAsync("In place");

    private static async Task PictureAsync(PortalPage page, string? name, string step)
    {
        if (name is not null)
            await page.ScreenshotAsync($"{name}-{step}");
    }

    /// <summary>Waits until there are so many IngressRoutes, a tunnel rule or none, and so many DNS records for the hostname.</summary>
    private async Task OutsideAsync(int routes, bool rule, int records)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (await LookOutsideAsync() is var seen && seen != (routes, rule, records))
        {
            if (TimeProvider.System.GetElapsedTime(begun) > _outsideTimeout)
                Assert.Equal((routes, rule, records), seen);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private async Task<(int Routes, bool Rule, int Records)> LookOutsideAsync()
    {
        var routes = await _cluster.GetStringAsync("apis/traefik.io/v1alpha1/ingressroutes");
        lock (_lab.CloudflareState.Gate)
        {
            return (
                routes.Split($"Host(`{Host}`)").Length - 1,
                _lab.CloudflareState.Tunnels[0].Document.ToJsonString().Contains(Host, StringComparison.Ordinal),
                _lab.CloudflareState.Zones[0].Records.Count(record => (string?)record["name"] == Host));
        }
    }
}
