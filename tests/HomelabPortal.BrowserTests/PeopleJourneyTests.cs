using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>Somebody is let in, sees what they may, looks after their password, and is shut out again.</summary>
[Collection(PortalCollection.Name)]
public sealed class PeopleJourneyTests(PortalBrowser browser)
{
    private const string NewPassword = "four mild green towers";

    [BrowserFact]
    public async Task Viewer_Invited_JoinsSeesReasonsAndIsShutOutAgain()
    {
        await using var portal = await PortalProcess.StartAsync(null, CancellationToken.None);
        await portal.ReadyAsync(CancellationToken.None);
        await using var admin = await browser.OpenAsync("/settings", address: portal.Address);
        await admin.InteractiveAsync();

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Invite somebody" }).ClickAsync();
        await admin.Page.GetByLabel("Name").FillAsync("vera");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await admin.Page.Locator(".copyable code").TextContentAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "I have copied it" }).ClickAsync();

        using var vera = await PortalPerson.JoinAsync(portal.Address, link!, "vera");
        await SeesReasonsAsync(vera);

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "vera" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Disable vera" }).ClickAsync();
        await Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Enable vera" })).ToBeVisibleAsync();
        // A simulated lab makes whoever is nobody its demo admin, so the sign-in page is asked.
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => PortalPerson.SignInAsync(portal.Address, "vera"));
        Assert.Contains("This account was disabled.", refusal.Message, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Password_ChangedOnTheAccountPage_NeverGoesThroughTheCircuit()
    {
        await using var portal = await PortalProcess.StartAsync(null, CancellationToken.None);
        await portal.ReadyAsync(CancellationToken.None);
        using var vera = await InvitedAsync(portal);
        await using var open = await browser.OpenAsync("/", person: vera);
        var frames = new List<string>();
        open.Page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => frames.Add(frame.Text ?? System.Text.Encoding.UTF8.GetString(frame.Binary ?? []));
        await open.Page.GotoAsync("/account");
        await open.InteractiveAsync();

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await open.Page.GetByLabel("New password").FillAsync(NewPassword);
        await open.Page.GetByLabel("Once more").FillAsync(NewPassword);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Save the password" }).ClickAsync();
        await Expect(open.Page.GetByText("The password is saved.")).ToBeVisibleAsync();

        Assert.NotEmpty(frames);
        Assert.DoesNotContain(frames, frame => frame.Contains(NewPassword, StringComparison.Ordinal));
        (await PortalPerson.SignInAsync(portal.Address, "vera", NewPassword)).Dispose();
    }

    private async Task SeesReasonsAsync(PortalPerson viewer)
    {
        await using var open = await browser.OpenAsync("/activity?tab=audit", person: viewer);
        await open.InteractiveAsync();
        await Expect(open.Page.GetByText("Only an operator may read the audit. You are a viewer.")).ToBeVisibleAsync();
        await Expect(open.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(0);
        await Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "Expose a service" })).ToBeDisabledAsync();
    }

    private async Task<PortalPerson> InvitedAsync(PortalProcess portal)
    {
        await using var admin = await browser.OpenAsync("/settings", address: portal.Address);
        await admin.InteractiveAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Invite somebody" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        return await PortalPerson.JoinAsync(portal.Address, (await admin.Page.Locator(".copyable code").TextContentAsync())!, "vera");
    }
}
