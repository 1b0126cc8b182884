using HomelabPortal.Access.Assertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Access.Assertions;

public sealed class AccessGateTests : IDisposable
{
    private readonly TestCheck _check = new();

    [Theory]
    [InlineData("Cf-Ray")]
    [InlineData("cf-connecting-ip")]
    [InlineData("CF-Visitor")]
    [InlineData("Cf-Access-Authenticated-User-Email")]
    [InlineData("Cdn-Loop")]
    public async Task TunnelPath_WithoutAssertion_IsClosed(string header) =>
        Assert.Equal((403, false), await SendAsync((header, "8f2b"), ("Authorization", "Bearer x"), ("Cookie", "portal=x")));

    [Fact]
    public async Task HousePath_WithoutAssertion_IsOpen() =>
        Assert.Equal((200, true), await SendAsync(("X-Forwarded-For", "203.0.113.9"), ("Host", "portal.example.org")));

    [Fact]
    public async Task TunnelPath_WithAGoodAssertion_IsOpen() =>
        Assert.Equal((200, true), await SendAsync(("Cf-Ray", "8f2b"), (AccessGate.Header, _check.Issuer.Sign(_check.Now))));

    [Fact]
    public async Task TunnelPath_WithAForgedAssertion_IsClosed() =>
        Assert.Equal((403, false), await SendAsync(("Cf-Ray", "8f2b"), (AccessGate.Header, _check.Issuer.Sign(_check.Now, algorithm: "none"))));

    [Fact]
    public async Task TunnelPath_WithTwoAssertions_IsClosed()
    {
        var good = _check.Issuer.Sign(_check.Now);

        Assert.Equal((403, false), await SendAsync(("Cf-Ray", "8f2b"), (AccessGate.Header, good), (AccessGate.Header, good)));
    }

    [Fact]
    public async Task TunnelPath_WhileKeysCannotBeHad_IsClosedForNow()
    {
        _check.IsDown = true;

        Assert.Equal((503, false), await SendAsync(("Cf-Ray", "8f2b"), (AccessGate.Header, _check.Issuer.Sign(_check.Now))));
    }

    [Theory]
    [InlineData("lab", "aa", false)]
    [InlineData("Lab.cloudflareaccess.com", "", false)]
    [InlineData("lab", "", false)]
    [InlineData(null, "ok", false)]
    [InlineData("lab", "ok", true)]
    [InlineData(null, null, true)]
    public void Options_HalfOrOddlySet_AreFaults(string? team, string? audience, bool good)
    {
        var options = new CloudflareAccessOptions { Team = team, Audience = audience == "ok" ? TestIssuer.Audience : audience };

        Assert.Equal(good, !options.Faults().Any());
    }

    public void Dispose() => _check.Dispose();

    private async Task<(int Status, bool Passed)> SendAsync(params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        foreach (var (name, value) in headers)
            context.Request.Headers.Append(name, value);
        var passed = false;
        await new AccessGate(_check.Check, _check.Time, NullLogger<AccessGate>.Instance).InvokeAsync(context, _ =>
        {
            passed = true;
            return Task.CompletedTask;
        });
        return (context.Response.StatusCode, passed);
    }
}
