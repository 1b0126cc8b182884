using System.Net;
using HomelabPortal.Access.Providers;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Providers;

/// <summary>Through the real portal and over real HTTP to the simulated provider.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class ProviderSignInTests(ProviderPortal world) : IClassFixture<ProviderPortal>
{
    [Fact]
    public async Task Person_OfTheAdminGroup_IsAnAdmin()
    {
        using var browser = world.Browser();

        Assert.Equal("/", await world.SignInAsync(browser, "1"));
        Assert.True(await ProviderPortal.IsInAsync(browser));
        Assert.True(await ProviderPortal.MayInviteAsync(browser));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public async Task Person_OfALowerGroup_IsInAndNoAdmin(string subject)
    {
        using var browser = world.Browser();

        await world.SignInAsync(browser, subject);

        Assert.True(await ProviderPortal.IsInAsync(browser));
        Assert.False(await ProviderPortal.MayInviteAsync(browser));
    }

    [Fact]
    public async Task Person_OfNoGroup_IsToldSoAndNotIn()
    {
        using var browser = world.Browser();

        var location = await world.SignInAsync(browser, "4");

        Assert.Equal(ProviderPaths.Problem + "?problem=NoGroup&with=gitea", location);
        Assert.Contains("you are in none of the groups", WebUtility.HtmlDecode(await browser.Http.GetStringAsync(location)), StringComparison.Ordinal);
        Assert.False(await ProviderPortal.IsInAsync(browser));
    }

    [Fact]
    public async Task SignInPage_OffersTheProviderAndKeepsTheWayBack()
    {
        using var browser = world.Browser();

        var page = WebUtility.HtmlDecode(await browser.Http.GetStringAsync("/sign-in?return=%2Fexposures"));

        Assert.Contains("Continue with Gitea", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/_portal/sign-in/gitea?return=%2Fexposures\"", page, StringComparison.Ordinal);
        Assert.Equal("/exposures", await world.SignInAsync(browser, "3", "/_portal/sign-in/gitea?return=%2Fexposures"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/sign-out")]
    public async Task Return_ToElsewhere_LeadsHome(string target)
    {
        using var browser = world.Browser();

        var location = await world.SignInAsync(browser, "3", "/_portal/sign-in/gitea?return=" + Uri.EscapeDataString(target));

        Assert.Contains(location, new[] { "/", "/sign-out" });
        Assert.DoesNotContain("evil", location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_UsedAgain_IsRefusedAlsoWithTheOldCookies()
    {
        using var browser = world.Browser();
        var callback = await world.CallbackAsync(browser, "3");
        var cookies = browser.CookieHeader;
        using (await browser.Http.GetAsync(callback)) { }

        using var again = await browser.Http.GetAsync(callback);
        using var copied = await world.Browser().Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, callback) { Headers = { { "Cookie", cookies } } });

        Assert.Contains("problem=NotBegun", ProviderPortal.LocationOf(again), StringComparison.Ordinal);
        Assert.Contains("problem=NotBegun", ProviderPortal.LocationOf(copied), StringComparison.Ordinal);
        Assert.DoesNotContain("portal=", string.Concat(copied.Headers.TryGetValues("Set-Cookie", out var set) ? set : []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ThatAnotherBrowserBegan_SignsNobodyIn()
    {
        using var attacker = world.Browser();
        using var victim = world.Browser();
        var callback = await world.CallbackAsync(attacker, "3");

        using var response = await victim.Http.GetAsync(callback);

        Assert.Contains("problem=NotBegun", ProviderPortal.LocationOf(response), StringComparison.Ordinal);
        Assert.False(await ProviderPortal.IsInAsync(victim));
    }

    [Theory]
    [InlineData("/signin/gitea")]
    [InlineData("/signin/gitea?code=x")]
    [InlineData("/signin/gitea?code=x&state=made-up")]
    [InlineData("/signin/gitea?error=access_denied")]
    [InlineData("/signin/gitea?error=server_error&error_description=%3Cb%3E")]
    public async Task Answer_MadeUp_SignsNobodyIn(string callback)
    {
        using var browser = world.Browser();

        using var response = await browser.Http.GetAsync(callback);

        Assert.StartsWith(ProviderPaths.Problem, ProviderPortal.LocationOf(response), StringComparison.Ordinal);
        Assert.False(await ProviderPortal.IsInAsync(browser));
    }

    [Theory]
    [InlineData("code", "made-up")]
    [InlineData("state", "mixed-up")]
    [InlineData("iss", "https://evil.example")]
    public async Task Answer_ChangedOnTheWay_SignsNobodyIn(string name, string value)
    {
        using var browser = world.Browser();
        var callback = await world.CallbackAsync(browser, "3");
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(callback.Query);
        query[name] = value;

        using var response = await browser.Http.GetAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/signin/gitea", query));

        Assert.StartsWith(ProviderPaths.Problem, ProviderPortal.LocationOf(response), StringComparison.Ordinal);
        Assert.False(await ProviderPortal.IsInAsync(browser));
    }

    [Fact]
    public async Task Group_TakenAway_EndsTheSessionByItself()
    {
        using var browser = world.Browser();
        world.Lab.Lab.IdentityState.Users.Add(new("9", "iris", ["homelab:admins"]));
        await world.SignInAsync(browser, "9");
        Assert.True(await ProviderPortal.IsInAsync(browser));

        world.Lab.Lab.IdentityState.Change("9", user => user with { Groups = [] });

        await Eventually.HoldsAsync(async () => !await ProviderPortal.IsInAsync(browser), () => world.Portal.Log, TimeSpan.FromSeconds(30));
        Assert.Contains("problem=NoGroup", await world.SignInAsync(browser, "9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_AtTheProvider_CountsForThePersonWhoIsSignedInOnly()
    {
        using var browser = world.Browser();
        const string Proof = "/_portal/proof/provider?with=Gitea&return=%2Factivity";
        using var other = world.Browser();
        await world.SignInAsync(other, "2");
        await world.SignInAsync(browser, "1");

        Assert.Equal("/activity", await world.SignInAsync(browser, "1", Proof));
        Assert.Contains("problem=OtherPerson", await world.SignInAsync(browser, "2", Proof), StringComparison.Ordinal);
        using var sibling = await browser.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, Proof) { Headers = { { "Sec-Fetch-Site", "same-site" } } });
        Assert.Equal(HttpStatusCode.Forbidden, sibling.StatusCode);
    }

    [Fact]
    public async Task Proof_BegunInAnEarlierSession_DoesNotCountForThisOne()
    {
        using var browser = world.Browser();
        await world.SignInAsync(browser, "1");
        var callback = await world.CallbackAsync(browser, "1", "/_portal/proof/provider?with=Gitea");
        await world.SignInAsync(browser, "1");

        using var response = await browser.Http.GetAsync(callback);

        Assert.Contains("problem=SignedOut", ProviderPortal.LocationOf(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_AtAProviderThatSaysWhen_MustBeNew()
    {
        using var browser = world.Browser();
        const string Proof = "/_portal/proof/provider?with=Authentik&return=%2Factivity";
        var identity = world.Lab.Lab.IdentityState;
        await world.SignInAsync(browser, "1", "/_portal/sign-in/authentik");
        identity.SignedInAt = identity.SignedInAt.AddHours(-1);

        Assert.Equal("/activity", await world.SignInAsync(browser, "1", Proof));
        (identity.IgnoresPrompt, identity.SignedInAt) = (true, identity.SignedInAt.AddMinutes(-3));
        Assert.Contains("problem=NotFresh", await world.SignInAsync(browser, "1", Proof), StringComparison.Ordinal);
        identity.IgnoresPrompt = false;
    }

    [Fact]
    public async Task Secrets_OfTheProvider_AreInNoLogAndNoCookie()
    {
        using var browser = world.Browser();
        await world.SignInAsync(browser, "1");
        var shown = world.Portal.Log + WebUtility.UrlDecode(browser.CookieHeader);

        Assert.All([world.Lab.Lab.Identity.ClientSecret, .. world.Lab.Lab.IdentityState.GivenOut], secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }
}
