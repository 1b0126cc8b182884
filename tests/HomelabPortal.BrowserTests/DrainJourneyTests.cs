using HomelabPortal.Simulator;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>A node is drained from its page, with its costs said before and its progress shown meanwhile.</summary>
[Collection(PortalCollection.Name)]
public sealed class DrainJourneyTests(PortalBrowser browser)
{
    private const float DrainedWithin = 60_000;

    [BrowserTheory]
    [InlineData(Viewport.Desktop, ColorScheme.Light)]
    [InlineData(Viewport.Phone, ColorScheme.Dark)]
    public async Task Operator_DrainsANode_SeesWhatItCostsAndHowItGoes(Viewport viewport, ColorScheme theme)
    {
        await using var lab = await PortalLab.StartAsync(new SimulatedLabOptions());
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        using var people = await PortalPeople.MakeAsync(portal);
        await using (var looks = await browser.OpenAsync("/cluster/nodes/node3/drain", viewport, theme, person: people.Viewer))
        {
            await looks.InteractiveAsync();
            await Expect(looks.Page.GetByRole(AriaRole.Button, new() { Name = "Drain node3" })).ToBeDisabledAsync();
            await Expect(looks.Page.GetByText("Only an operator may drain a node.").First).ToBeAttachedAsync();
        }

        await using var open = await browser.OpenAsync("/cluster/nodes/node3/drain", viewport, theme, person: people.Operator);
        var page = open.Page;
        await open.InteractiveAsync();
        await Expect(page.GetByText("only once")).ToBeVisibleAsync();
        await open.ScreenshotAsync("drain");
        foreach (var allow in await page.GetByRole(AriaRole.Checkbox).AllAsync())
            await allow.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Drain node3" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Drain node3?" });
        // Data would be out of reach, so the name must be typed.
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("node3");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Drain node3" }).ClickAsync();

        // The database's budget forbids to stop its only pod: the drain says so and waits until somebody decides.
        await Expect(page.GetByText("databases/postgres-0 waits: The disruption budget postgres needs").First).ToBeVisibleAsync(new() { Timeout = DrainedWithin });
        await open.ScreenshotAsync("drain-waits");
        lab.Lab.KubernetesStore.Delete("policy/v1", "PodDisruptionBudget", "databases", "postgres");
        await Expect(page.GetByText("node3 is drained:").First).ToBeVisibleAsync(new() { Timeout = DrainedWithin });
        await Expect(page.GetByText("stays: its DaemonSet keeps one here").First).ToBeVisibleAsync();
        await Expect(page.GetByText("node3 is drained already.").Last).ToBeVisibleAsync();
        await open.FitsAsync();
        await open.ScreenshotAsync("drained");
        Assert.True((bool)lab.Lab.KubernetesStore.Get("v1", "Node", null, "node3")!["spec"]!["unschedulable"]!);
    }
}
