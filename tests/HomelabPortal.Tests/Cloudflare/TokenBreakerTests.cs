using System.Net;
using HomelabPortal.Cloudflare;
using static HomelabPortal.Tests.Cloudflare.CloudflareClients;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class TokenBreakerTests
{
    [Fact]
    public async Task Token_RefusedAgainAndAgain_IsNotTriedByEveryCaller()
    {
        var time = new ManualTimeProvider();
        using var client = Scripted(_ => Refuse(HttpStatusCode.Forbidden, 9109, "Invalid access token"), out var handler, time);

        for (var i = 0; i < 20; i++)
            Assert.Equal(CloudflareErrorKind.Unauthorized, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default))).Kind);

        Assert.Equal(3, handler.Requests.Count);
        time.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 20; i++) await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default));
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task Token_ThatVerifiesAgain_IsUsedAtOnce()
    {
        var isDead = true;
        using var client = Scripted(
            asked => asked.Path.EndsWith("verify", StringComparison.Ordinal) ? Ok("""{"id":"t","status":"active"}""")
                : isDead ? Refuse(HttpStatusCode.Forbidden, 9109) : Page(1, 0, []),
            out var handler);
        for (var i = 0; i < 5; i++) await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default));

        isDead = false;
        await client.VerifyTokenAsync(null, default);

        Assert.Empty(await client.ListRecordsAsync("z", default));
        Assert.Equal(5, handler.Requests.Count);
    }

    [Fact]
    public async Task Refusal_OfOneObject_StopsNothingElse()
    {
        using var client = Scripted(asked => asked.Path.Contains("cfd_tunnel", StringComparison.Ordinal) ? Refuse(HttpStatusCode.Forbidden, 9109) : Page(1, 0, []), out var handler);

        for (var i = 0; i < 6; i++)
        {
            await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListTunnelsAsync("acc", default));
            Assert.Empty(await client.ListRecordsAsync("z", default));
        }

        Assert.Equal(12, handler.Requests.Count);
    }
}
