using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>What cannot be exposed is said at the field it was typed in, and nothing is written.</summary>
[Collection(PortalCollection.Name)]
public sealed class ExposeBadInputTests(PortalBrowser browser, ExposeBadInputTests.RefusingPortal refusing) : IClassFixture<ExposeBadInputTests.RefusingPortal>
{
    private const string Service = "ai/qdrant";

    [BrowserTheory]
    [InlineData("", "qdrant.cowlab.org", "service", "Choose the service to expose.")]
    [InlineData(Service, "", "hostname", "A hostname is needed, for example sonarr.cowlab.org.")]
    [InlineData(Service, "qdrant", "hostname", "“qdrant” needs its domain as well, for example qdrant.cowlab.org.")]
    [InlineData(Service, "qd rant.cowlab.org", "hostname", "A hostname has no spaces.")]
    [InlineData(Service, "https://qdrant.cowlab.org/", "hostname", "Only the name is needed, without http:// and without a path.")]
    [InlineData(Service, "-qdrant.cowlab.org", "hostname", "The part “-qdrant” begins or ends with a hyphen.")]
    [InlineData(Service, "qdrant.elsewhere.example", "hostname", "qdrant.elsewhere.example is in none of the zones this token sees (cowlab.org).")]
    [InlineData(Service, "gitea.cowlab.org", "hostname", "gitea.cowlab.org is already routed by IngressRoute gitea/gitea")]
    [InlineData(Service, "docs.cowlab.org", "hostname", "already stands there, made by hand. Remove it first, or choose another hostname.")]
    public async Task Form_BadInput_IsAnsweredAtTheFieldAndWritesNothing(string service, string hostname, string field, string says)
    {
        await using var open = await browser.OpenAsync("/exposures/new", Viewport.Phone, ColorScheme.Light, person: refusing.Admin);
        await open.InteractiveAsync();
        var page = open.Page;
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Service", Exact = true }).SelectOptionAsync(service);
        // Choosing a service suggests a name, which must not come in between.
        await Expect(page.GetByLabel("Hostname")).ToHaveValueAsync(service.Length > 0 ? "qdrant.cowlab.org" : "");
        await page.GetByLabel("Hostname").FillAsync(hostname);

        await page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" }).ClickAsync();

        await Expect(page.Locator($"#{field}-error")).ToContainTextAsync(says);
        await Expect(page.Locator($"#{field}")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByRole(AriaRole.Dialog)).Not.ToBeVisibleAsync();
        await open.FitsAsync();
        // The portal goes on asking the driver of a Docker host about its cards; an exposure never writes there.
        Assert.DoesNotContain(refusing.Lab.Lab.Faults.Log.Writes, write => write.System != SimulatedSystem.Docker);
    }

    /// <summary>Refused input changes nothing, so one portal serves every case.</summary>
    public sealed class RefusingPortal : IAsyncLifetime
    {
        private PortalLab? _lab;
        private PortalProcess? _portal;
        private PortalPerson? _admin;

        internal PortalLab Lab => _lab!;

        internal PortalPerson Admin => _admin!;

        public async Task InitializeAsync()
        {
            if (Chromium.WhyMissing is not null)
                return;
            _lab = await PortalLab.StartAsync();
            _portal = await _lab.StartPortalAsync();
            await _portal.ReadyAsync(CancellationToken.None);
            _admin = await _portal.AdminAsync();
        }

        public async Task DisposeAsync()
        {
            _admin?.Dispose();
            if (_portal is not null)
                await _portal.DisposeAsync();
            if (_lab is not null)
                await _lab.DisposeAsync();
        }
    }
}
