using System.Net;
using HomelabPortal.Access.Assertions;

namespace HomelabPortal.Tests.Simulator.Identity;

public sealed class IdentityTests
{
    [Fact]
    public async Task Code_WithItsVerifier_GivesTokensThatSayWho()
    {
        await using var lab = await IdentityLab.StartAsync();
        var code = await lab.CodeAsync();

        var (_, tokens) = await lab.TokenAsync(form => form["code"] = code);
        var (status, person) = await lab.UserInfoAsync(tokens["access_token"]!.GetValue<string>());

        Assert.Equal(200, status);
        Assert.Equal(("1", "anna"), (person["sub"]!.GetValue<string>(), person["preferred_username"]!.GetValue<string>()));
        Assert.Equal(["homelab", "homelab:admins"], person["groups"]!.AsArray().Select(group => group!.GetValue<string>()));
    }

    [Theory]
    [InlineData("code_verifier", "another-verifier-of-at-least-forty-three-characters")]
    [InlineData("redirect_uri", "http://127.0.0.1:5080/signin/other")]
    [InlineData("client_secret", "guess")]
    public async Task Code_AskedForOtherwise_IsSpentOrRefused(string field, string value)
    {
        await using var lab = await IdentityLab.StartAsync();
        var code = await lab.CodeAsync();

        var (status, _) = await lab.TokenAsync(form => (form["code"], form[field]) = (code, value));

        Assert.InRange(status, 400, 401);
    }

    [Fact]
    public async Task Code_Twice_IsRefused()
    {
        await using var lab = await IdentityLab.StartAsync();
        var code = await lab.CodeAsync();
        await lab.TokenAsync(form => form["code"] = code);

        var (status, body) = await lab.TokenAsync(form => form["code"] = code);

        Assert.Equal((400, "invalid_grant"), (status, body["error"]!.GetValue<string>()));
    }

    [Fact]
    public async Task RefreshToken_IsSpentByUseAndKeepsThePerson()
    {
        await using var lab = await IdentityLab.StartAsync();
        var code = await lab.CodeAsync();
        var (_, first) = await lab.TokenAsync(form => form["code"] = code);
        lab.Time.Advance(lab.State.AccessTokenLifetime);
        Assert.Equal(401, (await lab.UserInfoAsync(first["access_token"]!.GetValue<string>())).Status);

        var (_, second) = await RefreshAsync(lab, first["refresh_token"]!.GetValue<string>());
        var (again, _) = await RefreshAsync(lab, first["refresh_token"]!.GetValue<string>());

        Assert.Equal(200, (await lab.UserInfoAsync(second["access_token"]!.GetValue<string>())).Status);
        Assert.Equal(400, again);
    }

    [Fact]
    public async Task Person_Suspended_HasWorthlessTokens()
    {
        await using var lab = await IdentityLab.StartAsync();
        var code = await lab.CodeAsync();
        var (_, tokens) = await lab.TokenAsync(form => form["code"] = code);

        lab.State.Change("1", user => user with { IsSuspended = true });

        Assert.Equal(401, (await lab.UserInfoAsync(tokens["access_token"]!.GetValue<string>())).Status);
        Assert.Equal(400, (await RefreshAsync(lab, tokens["refresh_token"]!.GetValue<string>())).Status);
    }

    [Theory]
    [InlineData("client_id", "other")]
    [InlineData("redirect_uri", "http://evil.example/signin/gitea")]
    [InlineData("redirect_uri", "http://127.0.0.1:5080/elsewhere")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("response_type", "token")]
    public async Task Question_AskedOtherwise_IsRefusedWithoutARedirect(string field, string value)
    {
        await using var lab = await IdentityLab.StartAsync();
        var question = lab.Question();
        question[field] = value;

        using var response = await lab.AuthorizeAsync(question);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Browser_OfNobody_ChoosesAmongThePeople()
    {
        await using var lab = await IdentityLab.StartAsync();
        lab.State.SignedInAs = null;

        using var response = await lab.AuthorizeAsync(lab.Question());

        Assert.Contains("as=3", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_MixedUp_ComesBackWrong()
    {
        await using var lab = await IdentityLab.StartAsync();
        lab.State.WrongState = "somebody-elses";

        using var response = await lab.AuthorizeAsync(lab.Question());

        Assert.Contains("state=somebody-elses", response.Headers.Location!.Query, StringComparison.Ordinal);
    }

    /// <summary>The two sides share no code, so each is the other's proof.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AccessAssertion_OfItsPublishedKeys_IsBelievedUntilTheyAreWithdrawn(bool keepOld)
    {
        await using var lab = await IdentityLab.StartAsync();
        using var keys = new KeySetCache(async _ => System.Text.Encoding.UTF8.GetBytes((await lab.GetAsync("/cdn-cgi/access/certs")).Body.ToJsonString()), lab.Time);
        var check = new AssertionCheck(new AssertionRules("https://home.cloudflareaccess.com", "tag"), keys, lab.Time);
        var assertion = lab.State.AccessAssertion("home", "tag", "1");
        lab.State.RotateKeys(keepOld);

        var verdict = await check.LookAsync(assertion, CancellationToken.None);

        Assert.Equal(keepOld, verdict is AssertionVerdict.Believed);
    }

    private static Task<(int Status, System.Text.Json.Nodes.JsonObject Body)> RefreshAsync(IdentityLab lab, string token) =>
        lab.TokenAsync(form => (form["grant_type"], form["refresh_token"]) = ("refresh_token", token));
}
