using System.Net;
using HomelabPortal.Access;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>No header makes anybody somebody, or moves the portal elsewhere, whoever sends it; a trusted proxy alone says address and scheme.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class SpoofedHeadersTests : IAsyncLifetime
{
    private static readonly IPAddress _proxy = IPAddress.Parse("10.42.0.7");
    private static readonly IPAddress _stranger = IPAddress.Parse("192.0.2.66");

    private static readonly (string Name, string Value)[] _headers =
    [
        ("Remote-User", "ann"), ("Remote_User", "ann"), ("REMOTE-USER", "ann"), ("X-Remote-User", "ann"), ("X-Remote-Group", "admins"), ("Remote-Groups", "admins"),
        ("Remote-Name", "ann"), ("Remote-Email", "ann@example.org"), ("X-WEBAUTH-USER", "ann"), ("X-WebAuth-Role", "Admin"), ("X-Webauth-Email", "ann@example.org"),
        ("X-Forwarded-User", "ann"), ("X-Forwarded-Email", "ann@example.org"), ("X-Forwarded-Groups", "admins"), ("X-Forwarded-Preferred-Username", "ann"),
        ("X-Forwarded-Access-Token", "x"), ("X-Auth-Request-User", "ann"), ("X-Auth-Request-Email", "ann@example.org"), ("X-Auth-User", "ann"), ("X-User", "ann"),
        ("X-Authenticated-User", "ann"), ("X-authentik-username", "ann"), ("X-authentik-groups", "admins"), ("X-Vouch-User", "ann"), ("X-Token-Subject", "ann"),
        ("X-MS-CLIENT-PRINCIPAL", "eyJ9"), ("X-MS-CLIENT-PRINCIPAL-NAME", "ann"), ("X-ARR-ClientCert", "MIIB"), ("X-Client-Cert", "MIIB"), ("X-SSL-Client-S-DN", "CN=ann"),
        ("Authorization", "Basic YW5uOmFubg=="), ("Authorization", "Bearer nothing"), ("Authorization", "Negotiate TlRMTVNTUAAB"), ("Proxy-Authorization", "Basic YW5uOmFubg=="),
        ("X-Forwarded-Host", "evil.example"), ("X_Forwarded_Host", "evil.example"), ("X-Host", "evil.example"), ("X-Forwarded-Server", "evil.example"),
        ("X-HTTP-Host-Override", "evil.example"), ("X-Original-Host", "evil.example"), ("Forwarded", "for=1.2.3.4;host=evil.example;proto=https"),
        ("X-Forwarded-Prefix", "/evil"), ("X-Forwarded-PathBase", "/evil"), ("X-Original-URL", "/api/v1/me"), ("X-Rewrite-URL", "/api/v1/me"), ("X-Forwarded-Uri", "/api/v1/me"),
        ("X-Script-Name", "/evil"), ("X-HTTP-Method-Override", "DELETE"), ("X-HTTP-Method", "DELETE"), ("X-Method-Override", "DELETE"),
        ("X_Forwarded_Proto", "https"), ("X_Forwarded_For", "127.0.0.1"), ("X-Forwarded-Ssl", "on"), ("Front-End-Https", "on"), ("X-Url-Scheme", "https"), ("X-Forwarded-Scheme", "https"),
        ("X-Forwarded-Port", "443"), ("X-Real-IP", "127.0.0.1"), ("True-Client-IP", "127.0.0.1"), ("CF-Connecting-IP", "127.0.0.1"), ("X-Client-IP", "127.0.0.1"),
        ("X-Cluster-Client-IP", "127.0.0.1"), ("Fastly-Client-IP", "127.0.0.1"), ("Via", "1.1 evil.example"), ("Upgrade-Insecure-Requests", "1"),
    ];

    private HostedPortal? _portal;

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartAsync(new Dictionary<string, string> { ["Portal__TrustedProxies__0"] = "10.42.0.0/16" });
        await _portal.AddAccountAsync("ann", Role.Admin);
    }

    public async Task DisposeAsync() => await _portal!.DisposeAsync();

    [Fact]
    public async Task Request_WithAnyOfThem_StaysWhoAndWhereItWas()
    {
        var wrong = new List<string>();
        foreach (var peer in new[] { _proxy, _stranger })
        {
            var plain = await SeenAsync(peer);
            foreach (var header in _headers)
            {
                if (await SeenAsync(peer, header) is var seen && seen != plain)
                    wrong.Add($"{header.Name}: {header.Value} from {peer} made it {seen} instead of {plain}");
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task ForwardedForAndProto_FromATrustedProxy_AreBelievedAndFromAStrangerNot()
    {
        (string, string)[] headers = [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https")];

        var (trusted, other) = (await SeenAsync(_proxy, headers), await SeenAsync(_stranger, headers));

        Assert.Equal(("https", "203.0.113.9"), (trusted.Scheme, trusted.Address));
        Assert.Equal(("http", _stranger.ToString()), (other.Scheme, other.Address));
    }

    [Theory]
    [InlineData("127.0.0.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("203.0.113.9, 10.42.0.8", "203.0.113.9")]
    [InlineData("198.51.100.1, 203.0.113.9, 10.42.0.8, 10.42.0.9", "203.0.113.9")]
    [InlineData("198.51.100.1, 10.42.0.6, 10.42.0.8, 10.42.0.9", "10.42.0.6")]
    [InlineData("not-an-address", "10.42.0.7")]
    [InlineData("", "10.42.0.7")]
    public async Task ForwardedFor_WithAChain_EndsAtTheFirstWhoIsNotTrusted(string chain, string expected) =>
        Assert.Equal(expected, (await SeenAsync(_proxy, ("X-Forwarded-For", chain))).Address);

    private async Task<Seen> SeenAsync(IPAddress peer, params (string Name, string Value)[] headers)
    {
        var context = await _portal!.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = peer;
            context.Request.Path = "/_portal/session";
            foreach (var (name, value) in headers)
                context.Request.Headers.Append(name, value);
        });
        return new Seen(
            Actor.Of(context.User).AccountId, context.Response.StatusCode, context.Request.Method, context.Request.Scheme, context.Request.Host.Value,
            context.Request.PathBase + context.Request.Path, context.Connection.RemoteIpAddress?.ToString());
    }

    private sealed record Seen(string? Account, int Status, string Method, string Scheme, string? Host, string Path, string? Address);
}
