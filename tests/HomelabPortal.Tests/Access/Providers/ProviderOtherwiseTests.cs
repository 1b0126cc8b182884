using System.Net;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Providers;

/// <summary>A provider that is down, accounts that are linked, and the gate: each with a portal of its own.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class ProviderOtherwiseTests
{
    [Fact]
    public async Task Provider_DownFromTheStart_CostsOnlyItsOwnButton()
    {
        await using var lab = await PortalLab.StartAsync(new() { Content = LabContent.Empty, Lives = false });
        ProviderPortal.Configure(lab);
        var fault = lab.Lab.Faults.Add(new FaultMatch { System = SimulatedSystem.Identity }, new FaultEffect.LostResponse());
        await using var portal = await lab.StartPortalAsync();
        using var owner = await portal.AdminAsync();
        using var browser = PortalPerson.Stranger(portal.Address);

        using var away = await browser.Http.GetAsync("/_portal/sign-in/gitea");
        var page = WebUtility.HtmlDecode(await browser.Http.GetStringAsync(ProviderPortal.LocationOf(away)));
        using var local = await PortalPerson.SignInAsync(portal.Address, owner.Name);

        Assert.Contains("Gitea does not answer. Sign in with a passkey or your password", page, StringComparison.Ordinal);
        Assert.True(await ProviderPortal.IsInAsync(local));
        lab.Lab.Faults.Remove(fault);
        using var back = await browser.Http.GetAsync("/_portal/sign-in/gitea");
        Assert.StartsWith(lab.Lab.Identity.Issuer, ProviderPortal.LocationOf(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_LinkedByItsOwner_SignsInThatWayWithItsOwnRole()
    {
        var world = new ProviderPortal();
        await world.InitializeAsync();
        try
        {
            using var owner = await world.Portal.AdminAsync();
            using var forged = await owner.PostFormAsync("/_portal/link/gitea", []);
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

            using var away = await owner.PostFormAsync("/_portal/link/gitea?return=%2Faccount", await TokenAsync(owner));
            using var linked = await owner.Http.GetAsync(await world.CallbackAsync(away, "4"));
            using var browser = world.Browser();
            await world.SignInAsync(browser, "4");

            Assert.Equal("/account", ProviderPortal.LocationOf(linked));
            Assert.True(await ProviderPortal.IsInAsync(browser));
            Assert.True(await ProviderPortal.MayInviteAsync(browser));
        }
        finally
        {
            await world.DisposeAsync();
        }
    }

    [Fact]
    public async Task Gate_OnTheTunnelPath_OpensToSignedAssertionsOnly()
    {
        const string Team = "cowlab";
        var audience = new string('c', 64);
        await using var lab = await PortalLab.StartAsync(new() { Content = LabContent.Empty, Lives = false });
        lab.Settings["Access__CloudflareAccess__Team"] = Team;
        lab.Settings["Access__CloudflareAccess__Audience"] = audience;
        lab.Settings["Access__CloudflareAccess__Keys"] = lab.Lab.Identity.Issuer + "/cdn-cgi/access/certs";
        await using var portal = await lab.StartPortalAsync();
        using var browser = PortalPerson.Stranger(portal.Address);
        var good = lab.Lab.IdentityState.AccessAssertion(Team, audience, "1");
        var other = lab.Lab.IdentityState.AccessAssertion("other", audience, "1");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/sign-in", null, isTunnel: false));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/sign-in", good));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/", good));
        foreach (var path in new[] { "/", "/sign-in", "/healthz", "/api/v1/openapi.json", "/_framework/blazor.web.js", "/signin/gitea" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, path, null));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, path, other));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(PortalPerson browser, string path, string? assertion, bool isTunnel = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (isTunnel)
            request.Headers.Add("Cf-Ray", "8f2b3c4d5e6f7a8b-AMS");
        if (assertion is not null)
            request.Headers.Add("Cf-Access-Jwt-Assertion", assertion);
        using var response = await browser.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<Dictionary<string, string>> TokenAsync(PortalPerson person) => new() { ["__RequestVerificationToken"] = await person.TokenAsync() };
}
