using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>A workload is scaled and restarted from its page, seen there and in the lab; others are told why not.</summary>
[Collection(PortalCollection.Name)]
public sealed class ScaleJourneyTests(PortalBrowser browser)
{
    private const string ItTools = "/cluster/workloads/deployments/home/it-tools";
    private const string Sonarr = "/cluster/workloads/deployments/media/sonarr";

    [BrowserTheory]
    [InlineData(Viewport.Desktop)]
    [InlineData(Viewport.Phone)]
    public async Task Operator_ScalesAndRestarts_SeesItOnThePageAndInTheLab(Viewport viewport)
    {
        SetDefaultExpectTimeout(45_000);
        await using var lab = await PortalLab.StartAsync(new SimulatedLabOptions { Lives = true });
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(CancellationToken.None);
        using var people = await PortalPeople.MakeAsync(portal);
        await using var open = await browser.OpenAsync(ItTools, viewport, person: people.Operator);
        await open.InteractiveAsync();
        var (page, dialog) = (open.Page, open.Page.GetByRole(AriaRole.Dialog));

        await page.GetByRole(AriaRole.Button, new() { Name = "More acts on it-tools" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Scale", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "One more" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("replicas 1 → 2");
        await open.ScreenshotAsync("scale-plan");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Scale it-tools to 2" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("it-tools is scaled to 2: 2 pods ready.");
        await open.ScreenshotAsync("scale-done");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("2 of 2 replicas available.");
        Assert.Equal(2, (int)lab.Lab.KubernetesStore.Get("apps/v1", "Deployment", "home", "it-tools")!["spec"]!["replicas"]!);

        await page.GetByRole(AriaRole.Button, new() { Name = "Restart it-tools" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Restart it-tools" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Link, new() { Name = "Open its record" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Restart Deployment home/it-tools" })).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("it-tools is restarted: 2 pods ready.");
        await open.ScreenshotAsync("restart-done");
    }

    [BrowserFact]
    public async Task Viewer_SeesWhyNot_AndWhatArgoCdKeepsIsRefusedWithTheReason()
    {
        SetDefaultExpectTimeout(45_000);
        await using var lab = await PortalLab.StartAsync();
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(CancellationToken.None);
        using var people = await PortalPeople.MakeAsync(portal);
        await using (var viewer = await browser.OpenAsync(ItTools, person: people.Viewer))
        {
            await viewer.InteractiveAsync();
            await Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Restart it-tools" })).ToHaveAttributeAsync("aria-disabled", "true");
            await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "More acts on it-tools" }).ClickAsync();
            await Expect(viewer.Page.GetByText("Only an operator may scale a workload. You are a viewer.")).ToBeVisibleAsync();
        }

        await using var open = await browser.OpenAsync(Sonarr, Viewport.Phone, person: people.Operator);
        await open.InteractiveAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "More acts on sonarr" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Scale", Exact = true }).ClickAsync();
        var dialog = open.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "One more" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Argo CD (sonarr) keeps it as it is written in Git");
        await Expect(dialog).ToContainTextAsync("replicas: 2");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Scale sonarr to 2" })).ToHaveAttributeAsync("aria-disabled", "true");
        await open.ScreenshotAsync("scale-refused");
        Assert.Equal(1, (int)lab.Lab.KubernetesStore.Get("apps/v1", "Deployment", "media", "sonarr")!["spec"]!["replicas"]!);
    }
}
