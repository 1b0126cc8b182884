using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>From the setup link to a sign-in with a passkey, in a real browser with a security key that Chromium plays.</summary>
[Collection(PortalCollection.Name)]
public sealed class SignInJourneyTests(PortalBrowser browser)
{
    // Else the browser might answer by itself, before the button is pressed.
    private const string NoOffer = "() => { PublicKeyCredential.isConditionalMediationAvailable = async () => false; }";

    [BrowserTheory]
    [InlineData(Viewport.Desktop, ColorScheme.Light)]
    [InlineData(Viewport.Phone, ColorScheme.Dark)]
    public async Task Owner_FromTheSetupLink_SignsInWithAPasskeyNextTime(Viewport viewport, ColorScheme theme)
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Lab__Mode"] = "Real", ["Portal__DataDirectory"] = folder.Path, ["HOME"] = folder.Path }, default);
        var link = await portal.SetupLinkAsync();
        await using var open = await browser.OpenAsync(link, viewport, theme, new UriBuilder(portal.Address) { Host = "localhost" }.Uri);
        var page = open.Page;
        await page.AddInitScriptAsync($"({NoOffer})()");
        await PlugInAsync(page);

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("owner");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(PortalPerson.Password);
        await page.GetByLabel("Password again").FillAsync("something else altogether");
        await open.FitsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await Expect(page.Locator("#password-error")).ToContainTextAsync("The two are not the same.");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(PortalPerson.Password);
        await page.GetByLabel("Password again").FillAsync(PortalPerson.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await page.WaitForURLAsync("**/");

        Assert.Null(await page.EvaluateAsync<string?>("() => portalPasskeys.add('Test key')"));
        Assert.Null(await page.EvaluateAsync<string?>("() => portalPasskeys.prove()"));
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/activity");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await open.FitsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();

        await page.WaitForURLAsync("**/activity");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Activity");
    }

    private static async Task PlugInAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
