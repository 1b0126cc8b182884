using HomelabPortal.Access.Web;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Access.Web;

public sealed class OriginRuleTests
{
    private const string Own = "https://portal.example.org";

    [Theory]
    [InlineData("https://portal.example.org", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("https://jellyfin.example.org", false)]
    [InlineData("https://example.org", false)]
    [InlineData("https://sub.portal.example.org", false)]
    [InlineData("https://portal.example.org.evil.example", false)]
    [InlineData("http://portal.example.org", false)]
    [InlineData("https://portal.example.org:8443", false)]
    [InlineData("https://portal.example.org:443", false)]
    [InlineData("https://PORTAL.example.org", false)]
    [InlineData("https://portal.example.org/", false)]
    [InlineData("https://portal.example.org, https://evil.example", false)]
    [InlineData("", false)]
    [InlineData("file://", false)]
    public void Origin_OfASocketOrAPost_MustBeThePortalsOwn(string origin, bool expected)
    {
        Assert.Equal(expected, OriginRule.Allows(Socket(origin), Own));
        Assert.Equal(expected, OriginRule.Allows(Request("POST", ("Origin", origin)), Own));
        Assert.Equal(expected, OriginRule.Allows(Request("CONNECT", ("Origin", origin)), Own));
        Assert.Equal(expected, OriginRule.Allows(Request("DELETE", ("Origin", origin), ("Authorization", "Bearer hlp_x")), Own));
    }

    [Fact]
    public void Origin_MissingOnASocket_IsRefusedWhateverElseIsSaid()
    {
        Assert.False(OriginRule.Allows(Request("GET", ("Upgrade", "websocket")), Own));
        Assert.False(OriginRule.Allows(Request("GET", ("Upgrade", "WebSocket"), ("Sec-Fetch-Site", "same-origin")), Own));
        Assert.False(OriginRule.Allows(Request("GET", ("Upgrade", "websocket"), ("Authorization", "Bearer hlp_x")), Own));
    }

    [Fact]
    public void Origin_Twice_IsRefused()
    {
        var request = Request("POST");
        request.Headers.Append("Origin", Own);
        request.Headers.Append("Origin", "https://evil.example");

        Assert.False(OriginRule.Allows(request, Own));
    }

    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    [InlineData("same-site", false)]
    [InlineData("cross-site", false)]
    [InlineData("Same-Origin", false)]
    [InlineData("", false)]
    public void FetchSite_WithoutOrigin_Decides(string site, bool expected)
    {
        Assert.Equal(expected, OriginRule.Allows(Request("POST", ("Sec-Fetch-Site", site)), Own));
        Assert.Equal(expected, OriginRule.Allows(Request("POST", ("Sec-Fetch-Site", site), ("Authorization", "Bearer hlp_x")), Own));
    }

    [Fact]
    public void Program_WithATokenAndNoCookie_NeedsNoOrigin()
    {
        Assert.True(OriginRule.Allows(Request("PUT", ("Authorization", "Bearer hlp_x")), Own));
        Assert.False(OriginRule.Allows(Request("PUT", ("Authorization", "Bearer hlp_x"), ("Cookie", "portal=x")), Own));
        Assert.False(OriginRule.Allows(Request("PUT", ("Authorization", "Basic eDp5")), Own));
        Assert.False(OriginRule.Allows(Request("POST"), Own));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public void Reading_FromAnywhere_IsAllowed(string method) =>
        Assert.True(OriginRule.Allows(Request(method, ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")), Own));

    private static HttpRequest Socket(string origin) => Request("GET", ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Origin", origin));

    private static HttpRequest Request(string method, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        foreach (var (name, value) in headers)
            request.Headers[name] = value;
        return request;
    }
}
