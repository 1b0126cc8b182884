using System.Net;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Hosting;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Api;

/// <summary>The API in a browser's session: from the portal's own pages only, and never instead of a bad token.</summary>
public sealed class ApiSessionTests : IAsyncLifetime
{
    private const string Own = "http://localhost";
    private HostedPortal? _portal;
    private string _cookie = "";

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartAsync();
        var account = await _portal.AddAccountAsync("olga", Role.Operator);
        _cookie = await _portal.CookieOfAsync(await _portal.BeginSessionAsync(account), "olga");
    }

    public async Task DisposeAsync() => await _portal!.DisposeAsync();

    [Theory]
    [InlineData("GET", null, 200)]
    [InlineData("POST", Own, 202)]
    [InlineData("POST", "http://jellyfin.localhost", 403)]
    [InlineData("POST", "null", 403)]
    [InlineData("POST", null, 403)]
    public async Task Request_WithACookie_ChangesThingsFromOwnPagesOnly(string method, string? origin, int status)
    {
        var answer = await SendAsync(method, method == "GET" ? "/api/v1/me" : "/api/v1/looks", request =>
        {
            request.Headers.Cookie = _cookie;
            if (origin is not null)
                request.Headers.Origin = origin;
        });

        Assert.Equal(status, answer.Response.StatusCode);
    }

    [Theory]
    [InlineData("Bearer nothing")]
    [InlineData("Bearer ")]
    [InlineData("Basic b2xnYTp4")]
    public async Task Authorization_ThatIsNoToken_IsNotRescuedByACookie(string authorization)
    {
        var answer = await SendAsync("GET", "/api/v1/me", request => (request.Headers.Cookie, request.Headers.Authorization) = (_cookie, authorization));

        Assert.Equal((int)HttpStatusCode.Unauthorized, answer.Response.StatusCode);
    }

    [Fact]
    public async Task Nobody_IsToldToSendAToken()
    {
        var answer = await SendAsync("GET", "/api/v1/me", _ => { });

        Assert.Equal((401, "application/problem+json"), (answer.Response.StatusCode, answer.Response.ContentType));
        Assert.StartsWith("Bearer", answer.Response.Headers.WWWAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, answer.Response.Headers.SetCookie.Count);
    }

    private Task<HttpContext> SendAsync(string method, string path, Action<HttpRequest> configure) => _portal!.SendAsync(context =>
    {
        (context.Request.Method, context.Request.Path) = (method, path);
        configure(context.Request);
    });
}
