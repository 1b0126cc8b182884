using System.Net;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Accounts.Passkeys;

/// <summary>The whole way over HTTP: options, a credential made by a security key in software, and what the portal says to it.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class PasskeyTests(PasskeyPortal portal) : IClassFixture<PasskeyPortal>
{
    [Fact]
    public async Task Passkey_Added_SignsItsOwnerInFromAnotherBrowser()
    {
        var (person, key) = await WithPasskeyAsync();
        using var browser = portal.Browser();

        using var answer = await PasskeyPortal.SignInAsync(browser, key);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains(person.Name, await browser.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkey_OfTheSession_ProvesWhoItIs()
    {
        var (person, key) = await WithPasskeyAsync();

        using var answer = await person.PostAsync("/_portal/proof/passkey", key.Get(await PasskeyPortal.OptionsAsync(person, "/_portal/proof/passkey/options")));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task Passkey_OfSomebodyElse_ProvesNothing()
    {
        var (person, _) = await WithPasskeyAsync();
        var (_, other) = await WithPasskeyAsync();

        using var answer = await person.PostAsync("/_portal/proof/passkey", other.Get(await PasskeyPortal.OptionsAsync(person, "/_portal/proof/passkey/options")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public static TheoryData<string> Wrongs => [.. Mistakes.Keys];

    private static Dictionary<string, Action<SoftAuthenticator>> Mistakes { get; } = new()
    {
        ["another site"] = key => key.Origin = "https://evil.example",
        ["a sibling host"] = key => key.Origin = key.Origin.Replace("127.0.0.1", "jellyfin.127.0.0.1", StringComparison.Ordinal),
        ["another port"] = key => key.Origin += "1",
        ["another scheme"] = key => key.Origin = key.Origin.Replace("http:", "https:", StringComparison.Ordinal),
        ["a frame of another site"] = key => key.CrossOrigin = true,
        ["another relying party"] = key => key.Host = "0.0.1",
        ["no user verification"] = key => key.VerifiesUser = false,
        ["a counter that goes back"] = key => key.Counter = 3,
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task Passkey_With_IsNotAccepted(string wrong)
    {
        var (_, key) = await WithPasskeyAsync();
        using var browser = portal.Browser();
        Mistakes[wrong](key);

        using var answer = await PasskeyPortal.SignInAsync(browser, key);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This passkey was not accepted.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Answer_SentASecondTime_IsNotAccepted()
    {
        // Passkeys that are synced do not count, so nothing but the challenge tells a repetition.
        var (_, key) = await WithPasskeyAsync(counter: 0);
        using var browser = portal.Browser();
        var options = await PasskeyPortal.SignInOptionsAsync(browser);
        var challenge = browser.Cookies.GetCookieHeader(portal.Address);
        var credential = key.Get(options);
        using var first = await browser.PostAsync("/_portal/passkeys/sign-in", credential);

        using var thief = portal.Browser();
        thief.Cookies.SetCookies(portal.Address, challenge.Replace("; ", ",", StringComparison.Ordinal));
        using var second = await thief.PostAsync("/_portal/passkeys/sign-in", credential);

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Contains("That took too long.", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Answer_ToTheChallengeOfAProof_DoesNotSignIn()
    {
        var (person, key) = await WithPasskeyAsync();
        var proof = await PasskeyPortal.OptionsAsync(person, "/_portal/proof/passkey/options");
        using var browser = portal.Browser();
        await PasskeyPortal.SignInOptionsAsync(browser);

        using var answer = await browser.PostAsync("/_portal/passkeys/sign-in", key.Get(proof));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Passkeys_MoreThanTen_AreRefused()
    {
        var (person, first) = await portal.PersonAsync();
        using var owner = person;
        using var added = await PasskeyPortal.AddAsync(person, first);
        for (var number = 2; number <= 10; number++)
        {
            using var key = new SoftAuthenticator(portal.Address.Host, portal.Origin);
            using var more = await PasskeyPortal.AddAsync(person, key);
            Assert.Equal(HttpStatusCode.NoContent, more.StatusCode);
        }

        using var answer = await person.PostAsync("/_portal/passkeys/add/options", null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("at most 10", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<(PortalPerson Person, SoftAuthenticator Key)> WithPasskeyAsync(uint counter = 5)
    {
        var (person, key) = await portal.PersonAsync();
        key.Counter = counter;
        using var added = await PasskeyPortal.AddAsync(person, key);
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        key.Counter = counter == 0 ? 0 : counter + 1;
        return (person, key);
    }
}
