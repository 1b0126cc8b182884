using System.Net;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Api;

public sealed class ApiAccessTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private ApiHost Host => portal.Host;

    public static TheoryData<string> NotTokens => ["nothing", "", "hlp_", TokenText.New(), TokenText.New()[..^1], TokenText.New().ToLowerInvariant()];

    [Theory]
    [MemberData(nameof(NotTokens))]
    public async Task Bearer_ThatIsNoTokenOfOurs_Is401(string token)
    {
        using var client = Host.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        await AssertSignedOutAsync(client);
    }

    [Fact]
    public async Task Token_WithATypo_IsToldAsOne()
    {
        var token = await Host.TokenAsync(Role.Viewer);
        using var client = Host.With(token[..10] + (token[10] == 'a' ? 'b' : 'a') + token[11..]);

        Assert.Contains("mistyped", (string?)(await ApiCall.SendAsync(client, "GET", "/me")).Json["detail"]);
    }

    [Fact]
    public async Task Token_Revoked_IsRefusedAtTheNextRequest()
    {
        var actor = await Host.SignInAsync(Role.Viewer);
        var acts = Host.Server.GetRequiredService<TokenActs>();
        var made = await acts.MakeAsync(new TokenWish("ci", [Scopes.ReadLab], TimeSpan.FromDays(1)), actor, CancellationToken.None);
        using var client = Host.With(made.Text!);
        Assert.Equal(HttpStatusCode.OK, (await ApiCall.SendAsync(client, "GET", "/me")).Status);

        await acts.RevokeAsync(Host.Access.Current.Tokens.Values.Single(token => token.AccountId == actor.AccountId).Id, actor, CancellationToken.None);

        await AssertSignedOutAsync(client);
    }

    [Fact]
    public async Task Token_Expired_IsRefused()
    {
        var token = await Host.TokenAsync(Role.Viewer);
        using var client = Host.With(token);
        var hash = TokenText.HashOf(token);
        await Host.Access.WriteAsync(context => context.ApiTokens.Where(row => row.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAtTicks, 1L)), CancellationToken.None);

        await AssertSignedOutAsync(client);
    }

    [Fact]
    public async Task Token_OfADisabledAccount_IsRefused()
    {
        var token = await Host.TokenAsync(Role.Viewer);
        using var client = Host.With(token);
        var account = Host.Access.Current.Tokens.Values.Single(known => known.Hash == TokenText.HashOf(token)).AccountId;
        await Host.Access.WriteAsync(context => context.Users.Where(row => row.Id == account).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsDisabled, true)), CancellationToken.None);

        await AssertSignedOutAsync(client);
    }

    [Fact]
    public async Task Token_OnlyInTheAddressOrACookie_Is401()
    {
        var token = await Host.TokenAsync(Role.Admin);
        using var client = Host.Anonymous();

        foreach (var name in new[] { "token", "access_token", "api_key" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await ApiCall.SendAsync(client, "GET", $"/me?{name}={token}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ApiCall.SendAsync(client, "GET", "/me", null, ("Cookie", $"portal={token}"))).Status);
    }

    [Fact]
    public async Task Token_OnAPage_IsRefused()
    {
        using var client = await Host.WithTokenAsync(Role.Admin);
        using var page = await client.GetAsync("/exposures");

        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
    }

    [Fact]
    public async Task Use_OfAToken_IsRemembered()
    {
        var token = await Host.TokenAsync(Role.Viewer);
        using var client = Host.With(token);

        await ApiCall.SendAsync(client, "GET", "/me");

        Assert.NotNull(Host.Access.Current.Tokens.Values.Single(known => known.Hash == TokenText.HashOf(token)).LastUsedAt);
    }

    /// <summary>Every scope by one request for each act, with an admin's token that has that scope alone.</summary>
    [Fact]
    public async Task Request_WithOneScope_IsRefusedForTheScopeItLacks()
    {
        (string Method, string Path, string? Body, string Scope)[] requests =
        [
            ("GET", "/lab", null, Scopes.ReadLab),
            ("GET", "/openapi.json", null, Scopes.ReadLab),
            ("GET", "/audit", null, Scopes.ReadAudit),
            ("POST", "/exposures", "{}", Scopes.WriteExposures),
            ("DELETE", "/exposures/nothing", null, Scopes.WriteExposures),
            ("POST", "/records", "{}", Scopes.WriteRecords),
            ("PUT", "/policy", "{}", Scopes.WritePolicy),
            ("POST", "/looks", null, Scopes.WriteApplies),
        ];

        foreach (var held in ScopeWords.All)
        {
            using var client = await Host.WithTokenAsync(Role.Admin, held.Scope);
            foreach (var (method, path, body, scope) in requests)
            {
                var call = await ApiCall.SendAsync(client, method, path, body);
                if (held.Scope == scope)
                    Assert.NotEqual(HttpStatusCode.Forbidden, call.Status);
                else
                    Assert.Equal((HttpStatusCode.Forbidden, "/problems/scope"), (call.Status, call.Type));
            }
        }
    }

    [Fact]
    public async Task Publishing_WithTheScopeForTheHouse_IsRefusedForTheOther()
    {
        using var client = await Host.WithTokenAsync(Role.Admin, Scopes.WriteExposures);
        var name = Wishes.NewHostname();

        var call = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name, visibility: "tunnel", confirm: name));

        Assert.Equal((HttpStatusCode.Forbidden, "/problems/scope"), (call.Status, call.Type));
        Assert.Contains(Scopes.Publish, (string?)call.Json["detail"]);
    }

    [Fact]
    public async Task Request_BeyondTheRole_IsRefusedForTheRole()
    {
        using var client = await Host.WithTokenAsync(Role.Operator);
        // Given when the account was an admin's; lowering the account lowers its tokens.
        await Host.Access.WriteAsync(context => context.ApiTokens.ExecuteUpdateAsync(set => set.SetProperty(row => row.Scopes, "[\"policy:write\",\"lab:read\"]")), CancellationToken.None);

        var call = await ApiCall.SendAsync(client, "PUT", "/policy", "{}");

        Assert.Equal((HttpStatusCode.Forbidden, "/problems/role"), (call.Status, call.Type));
    }

    private static async Task AssertSignedOutAsync(HttpClient client)
    {
        var call = await ApiCall.SendAsync(client, "GET", "/me");
        Assert.Equal((HttpStatusCode.Unauthorized, "/problems/signed-out"), (call.Status, call.Type));
        Assert.StartsWith("Bearer", call.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }
}
