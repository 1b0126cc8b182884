using System.Net;
using HomelabPortal.Access.Web;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>How often each kind of request is answered, and that one caller's haste is not another's.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class RequestLimitsTests : IAsyncLifetime
{
    private static readonly IPAddress _hasty = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress _other = IPAddress.Parse("192.0.2.2");
    private HostedPortal? _portal;

    public async Task InitializeAsync() => _portal = await HostedPortal.StartAsync();

    public async Task DisposeAsync() => await _portal!.DisposeAsync();

    [Fact]
    public async Task SignIn_TooOften_IsRefusedToThatAddressAlone()
    {
        await ExhaustAsync(RequestBudget.SignIn.AtOnce, () => StatusAsync("POST", "/sign-in", _hasty));

        Assert.NotEqual(429, await StatusAsync("POST", "/sign-in", _other));
        Assert.Equal(200, await StatusAsync("GET", "/sign-in", _hasty));
        Assert.Equal(200, await StatusAsync("GET", "/healthz", _hasty));
    }

    [Fact]
    public async Task Negotiate_TooOften_IsRefusedToThatAddressAlone()
    {
        await ExhaustAsync(RequestBudget.Negotiate.AtOnce, () => StatusAsync("POST", "/_blazor/negotiate", _hasty));

        Assert.NotEqual(429, await StatusAsync("POST", "/_blazor/negotiate", _other));
    }

    [Fact]
    public async Task Api_TooOften_IsRefusedToThatTokenAloneWithAProblemAndAWait()
    {
        var ann = await _portal!.AddAccountAsync("ann", Role.Admin);
        var (one, two) = (await TokenAsync(ann), await TokenAsync(ann));
        await ExhaustAsync(RequestBudget.Api.AtOnce, () => StatusAsync("GET", "/api/v1/me", _hasty, one));

        var refused = await SendAsync("GET", "/api/v1/me", _hasty, one);

        Assert.Equal(429, refused.Response.StatusCode);
        Assert.StartsWith("application/problem+json", refused.Response.ContentType, StringComparison.Ordinal);
        Assert.InRange(int.Parse(refused.Response.Headers.RetryAfter.ToString(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(200, await StatusAsync("GET", "/api/v1/me", _hasty, two));
    }

    /// <summary>The budget refills while the test runs, so a few more than it may pass on a slow machine.</summary>
    private static async Task ExhaustAsync(int atOnce, Func<Task<int>> ask)
    {
        var answered = 0;
        while (await ask() != 429)
            Assert.True(++answered < 3 * atOnce, $"{answered} requests were answered.");
        Assert.True(answered >= atOnce, $"Only {answered} of {atOnce} requests were answered.");
    }

    private Task<string> TokenAsync(Account account) => _portal!.AddTokenAsync(account, _portal.Now.AddHours(1), "lab:read");

    private async Task<int> StatusAsync(string method, string path, IPAddress from, string? token = null) =>
        (await SendAsync(method, path, from, token)).Response.StatusCode;

    private Task<HttpContext> SendAsync(string method, string path, IPAddress from, string? token) => _portal!.SendAsync(context =>
    {
        context.Connection.RemoteIpAddress = from;
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.Headers.Origin = "http://localhost";
        if (token is not null)
            context.Request.Headers.Authorization = $"Bearer {token}";
    });
}
