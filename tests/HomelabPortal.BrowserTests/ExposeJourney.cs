using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Simulator;
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
    private readonly LabPortal _portal;
    private readonly HttpClient _cluster;

    private ExposeJourney(LabPortal portal, HttpClient cluster) => (_portal, _cluster) = (portal, cluster);

    private SimulatedLab Lab => _portal.Lab;

    /// <summary>Cloudflare is simulated; Kubernetes is, too, unless <paramref name="kubeconfig"/> names a cluster.</summary>
    public static async Task<ExposeJourney> StartAsync(string? kubeconfig = null, Dictionary<string, string>? settings = null)
    {
        var portal = await LabPortal.StartAsync(kubeconfig, settings);
        return new ExposeJourney(portal, KubeconfigFile.Read(kubeconfig ?? portal.Lab.Kubernetes.KubeconfigPath).CreateHttpClient());
    }

    /// <param name="service">namespace/name of a service that nothing exposes yet.</param>
    /// <param name="name">The beginning of the names of the pictures it takes; null takes none.</param>
    public async Task WalkAsync(PortalBrowser browser, Viewport viewport, ColorScheme theme, string service, string? name)
    {
        await _portal.ReadyAsync();
        await OutsideAsync(0, false, 0);
        var ns = service.Split('/')[0];
        var foreign = await ForeignAsync(ns);
        await using var open = await browser.OpenAsync("/exposures/new", viewport, theme, person: _portal.Admin);
        await open.InteractiveAsync();
        var page = open.Page;

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Service", Exact = true }).SelectOptionAsync(service);
        // Choosing a service suggests a name, which must not come in between.
        await Expect(page.GetByLabel("Hostname")).Not.ToHaveValueAsync("");
        await page.GetByLabel("Hostname").FillAsync(Host);
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("IngressRoute");
        await OutsideAsync(0, false, 0);
        await PictureAsync(open, name, "plan");
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Expose {Host}" }).ClickAsync();
        await InPlaceAsync(page);
        await OutsideAsync(1, false, 0);
        await AssertMarkedAsync(ns);
        await PictureAsync(open, name, "exposed");

        await page.GetByRole(AriaRole.Button, new() { Name = "Tunnel to the Internet" }).ClickAsync();
        var publish = dialog.GetByRole(AriaRole.Button, new() { Name = $"Tunnel {Host}" });
        await Expect(publish).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(dialog).ToContainTextAsync($"Type {Host} first.");
        await dialog.GetByLabel($"Type {Host} to confirm").FillAsync(Host);
        await Expect(publish).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await PictureAsync(open, name, "tunnel");
        Lab.Faults.Log.Clear();
        await publish.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take off the Internet" })).ToBeVisibleAsync();
        await InPlaceAsync(page);
        await OutsideAsync(1, true, 1);
        Assert.Equal(["rule", "record"], CloudflareWrites());
        await PictureAsync(open, name, "tunnelled");

        Lab.Faults.Log.Clear();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Tunnel to the Internet" })).ToBeVisibleAsync();
        await InPlaceAsync(page);
        await OutsideAsync(1, false, 0);
        Assert.Equal(["record", "rule"], CloudflareWrites());

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

    /// <summary>The home page shows the engine under its name, with its version read.</summary>
    public async Task SeesDockerHostAsync(PortalBrowser browser, string name)
    {
        await using var open = await browser.OpenAsync("/", person: _portal.Admin);
        await Expect(open.Page.Locator("main")).ToContainTextAsync(name);
        await Expect(open.Page.GetByRole(AriaRole.Region, new() { Name = "Docker hosts" })).ToContainTextAsync("Answers");
        await PictureAsync(open, "journey-real", "home");
    }

    public async ValueTask DisposeAsync()
    {
        _cluster.Dispose();
        await _portal.DisposeAsync();
    }

    private static Task InPlaceAsync(IPage page) => Expect(page.Locator("main")).ToContainTextAsync("In place");

    private static async Task PictureAsync(PortalPage page, string? name, string step)
    {
        if (name is not null)
            await page.ScreenshotAsync($"{name}-{step}");
    }

    /// <summary>Which of Cloudflare's parts were written, in order.</summary>
    private IEnumerable<string> CloudflareWrites() => Lab.Faults.Log.Writes
        .Where(write => write.System == SimulatedSystem.Cloudflare)
        .Select(write => write.PathAndQuery.Contains("/configurations", StringComparison.Ordinal) ? "rule" : "record")
        .Distinct();

    /// <summary>The route says whose it is, to people and to the API server.</summary>
    private async Task AssertMarkedAsync(string ns)
    {
        var route = Assert.Single(await ItemsAsync($"apis/traefik.io/v1alpha1/namespaces/{ns}/ingressroutes"), IsOurs);
        Assert.Equal("homelab-portal-" + route["metadata"]!["annotations"]!["homelab-portal.dev/exposure"], $"{route["metadata"]!["name"]}");
        Assert.Contains(route["metadata"]!["managedFields"]!.AsArray(), fields => ((string?)fields!["manager"], (string?)fields["operation"]) == ("homelab-portal", "Apply"));
    }

    /// <summary>What others made, byte for byte: in the service's namespace and in Cloudflare.</summary>
    private async Task<string> ForeignAsync(string ns)
    {
        var objects = (await ItemsAsync($"apis/traefik.io/v1alpha1/namespaces/{ns}/ingressroutes")).Concat(await ItemsAsync($"api/v1/namespaces/{ns}/services"));
        lock (Lab.CloudflareState.Gate)
        {
            var zone = Lab.CloudflareState.Zones[0].Records.Select(record => record.ToJsonString());
            return string.Join('\n', objects.Select(item => item.ToJsonString()).Concat(zone).Append(Lab.CloudflareState.Tunnels[0].Document.ToJsonString()));
        }
    }

    private async Task<List<JsonObject>> ItemsAsync(string path) =>
        [.. (await _cluster.GetFromJsonAsync<JsonObject>(path))!["items"]!.AsArray().Select(item => item!.AsObject())];

    private static bool IsOurs(JsonObject item) => (string?)item["metadata"]!["labels"]?["app.kubernetes.io/managed-by"] == "homelab-portal";

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
        lock (Lab.CloudflareState.Gate)
        {
            return (
                routes.Split($"Host(`{Host}`)").Length - 1,
                Lab.CloudflareState.Tunnels[0].Document.ToJsonString().Contains(Host, StringComparison.Ordinal),
                Lab.CloudflareState.Zones[0].Records.Count(record => (string?)record["name"] == Host));
        }
    }
}
