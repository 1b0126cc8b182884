using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace HomelabPortal.Tests.Simulator.Identity;

/// <summary>The simulated provider in memory, and an application that signs in there step by step.</summary>
internal sealed class IdentityLab : IAsyncDisposable
{
    public const string Redirect = "http://127.0.0.1:5080/signin/gitea";
    public const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123";
    private readonly TestApi _api;

    private IdentityLab(TestApi api, IdentityState state, ManualTimeProvider time) => (_api, State, Time) = (api, state, time);

    public IdentityState State { get; }

    public ManualTimeProvider Time { get; }

    public HttpMessageHandler Handler() => _api.Handler();

    public static async Task<IdentityLab> StartAsync()
    {
        var time = new ManualTimeProvider();
        var state = new IdentityState(time) { SignedInAs = "1" };
        return new IdentityLab(await TestApi.StartAsync(routes => routes.MapIdentity(state)), state, time);
    }

    public Dictionary<string, string?> Question() => new()
    {
        ["client_id"] = State.Client.Id,
        ["redirect_uri"] = Redirect,
        ["response_type"] = "code",
        ["scope"] = "openid profile groups",
        ["state"] = "st",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    public Task<HttpResponseMessage> AuthorizeAsync(Dictionary<string, string?> question) =>
        _api.Client.GetAsync(QueryHelpers.AddQueryString("/login/oauth/authorize", question));

    public async Task<string> CodeAsync()
    {
        using var response = await AuthorizeAsync(Question());
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return QueryHelpers.ParseQuery(response.Headers.Location!.Query)["code"].ToString();
    }

    public async Task<(int Status, JsonObject Body)> TokenAsync(Action<Dictionary<string, string>> change)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = State.Client.Id,
            ["client_secret"] = State.Client.Secret,
            ["redirect_uri"] = Redirect,
            ["code_verifier"] = Verifier,
        };
        change(form);
        using var content = new FormUrlEncodedContent(form);
        using var response = await _api.Client.PostAsync("/login/oauth/access_token", content);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public async Task<(int Status, JsonObject Body)> UserInfoAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/login/oauth/userinfo") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var response = await _api.Client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public Task<(int Status, JsonObject Body)> GetAsync(string path) => _api.SendAsync(HttpMethod.Get, path);

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        State.Dispose();
    }
}
