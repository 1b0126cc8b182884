using System.Net;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>The portal as a proxy sees it, under its public address: every answer carries the headers, and only its own host is answered.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class ResponseHeadersTests(PublicPortal portal) : IClassFixture<PublicPortal>, IDisposable
{
    private const string Host = PublicPortal.Host;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/sign-in")]
    [InlineData("GET", "/nothing/here")]
    [InlineData("GET", "/css/base.css")]
    [InlineData("GET", "/_framework/blazor.web.js")]
    [InlineData("GET", "/healthz")]
    [InlineData("GET", "/error")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/_blazor/negotiate")]
    [InlineData("DELETE", "/_blazor")]
    [InlineData("TRACE", "/")]
    public async Task Answer_WhateverItIs_CarriesTheHeaders(string method, string path)
    {
        using var response = await SendAsync(method, path);

        AssertHeaders(response);
    }

    [Theory]
    [InlineData("POST", "/", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/_blazor", HttpStatusCode.Forbidden)]
    public async Task Answer_ToAnotherOrigin_IsARefusalWithTheHeaders(string method, string path, HttpStatusCode expected)
    {
        using var response = await SendAsync(method, path, "https://jellyfin.example.org");

        Assert.Equal(expected, response.StatusCode);
        AssertHeaders(response);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("sub.portal.example.org")]
    [InlineData("portal.example.org.evil.example")]
    [InlineData("xportal.example.org")]
    [InlineData("example.org")]
    [InlineData("10.0.0.1")]
    [InlineData("portal.example.org@evil.example")]
    [InlineData("portal.example.org:80:80")]
    [InlineData("portal_example_org")]
    [InlineData("*")]
    [InlineData("[::2]")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task Host_ThatIsNotThePortals_IsRefused(string host)
    {
        using var response = await SendAsync("GET", "/healthz", host: host);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Body_OverAMegabyte_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(portal.Address, "/sign-in")) { Content = new ByteArrayContent(new byte[1024 * 1024 + 1]) };
        request.Headers.Host = Host;
        request.Headers.Add("Origin", $"https://{Host}");
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var response = await _http.SendAsync(request);

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.True((int)response.StatusCode < 500, response.StatusCode.ToString());
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        var sent = SentHeaders.Of(response);
        Assert.All(SentHeaders.Always, header => Assert.Equal((header.Key, header.Value), (header.Key, sent.GetValueOrDefault(header.Key))));
        Assert.Equal("max-age=31536000", sent.GetValueOrDefault("Strict-Transport-Security"));
        Assert.DoesNotContain("Server", sent.Keys);
        Assert.DoesNotContain("X-Powered-By", sent.Keys);
        Assert.True(sent.ContainsKey("Cache-Control"), "Nothing says how long it keeps.");
        if (sent.GetValueOrDefault("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true)
            Assert.Equal("no-store", sent["Cache-Control"]);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string origin = $"https://{Host}", string host = Host)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(portal.Address, path));
        request.Headers.TryAddWithoutValidation("Host", host);
        request.Headers.Add("Origin", origin);
        return await _http.SendAsync(request);
    }
}
