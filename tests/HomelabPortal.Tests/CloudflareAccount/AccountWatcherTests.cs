using HomelabPortal.Cloudflare;
using HomelabPortal.CloudflareAccount;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Faults;

namespace HomelabPortal.Tests.CloudflareAccount;

public sealed class AccountWatcherTests
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Account_OfAGoodToken_IsKnownWithAllItMay()
    {
        await using var lab = await AccountLab.StartAsync();

        var account = await lab.WaitAsync(account => account.CheckedAt is not null && account.Accounts.Count > 0);

        Assert.Equal((ApiStanding.Answering, TokenStanding.Active, 300), (account.Api, account.Token.Standing, account.Budget?.Limit));
        Assert.Equal(("Cowlab", 1), (account.Accounts[0].Name, account.ServingTunnels));
        Assert.Empty(account.Missing);
        Assert.InRange(account.Budget!.Used, 5, 12);
    }

    [Fact]
    public async Task Scope_ThatIsMissing_IsNamedPerCapability()
    {
        await using var lab = await AccountLab.StartAsync(lab => lab.CloudflareState.Tokens[0] = lab.CloudflareState.Tokens[0] with
        {
            Scopes = CloudflareScopes.ZoneRead | CloudflareScopes.DnsRead | CloudflareScopes.TunnelEdit | CloudflareScopes.ServiceTokenRead,
        });

        var account = await lab.WaitAsync(account => account.Missing.Any());

        Assert.Equal([Capability.ReadLogins, Capability.EditLogins, Capability.ReadSignInWays], account.Missing);
        Assert.Equal(CapabilityStanding.Assumed, account.Of(Capability.EditRecords));

        var zone = lab.State.Zones[0].Id;
        await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Connections.Cloudflare!.CreateRecordAsync(zone, new NewDnsRecord { Type = "A", Name = "a.cowlab.org", Content = "10.0.0.1" }, default));
        account = await lab.WaitAsync(account => account.Of(Capability.EditRecords) == CapabilityStanding.Missing);

        Assert.Equal(CapabilityStanding.Granted, account.Of(Capability.ReadRecords));
        Assert.Contains("create the A record a.cowlab.org", account.LastFault?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExternalDns2135_Limit_PausesEverythingForAsLongAsItSaysAndThenResumes()
    {
        await using var lab = await AccountLab.StartAsync();
        await lab.WaitAsync(account => account.Accounts.Count > 0);
        lab.Fail(new FaultEffect.Status(429, TimeSpan.FromSeconds(90)), times: 1);
        var until = lab.Time.GetUtcNow().AddSeconds(90);

        var first = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Connections.Cloudflare!.ListZonesAsync(default));
        var paused = await lab.WaitAsync(account => account.Api == ApiStanding.Paused);
        lab.Faults.Log.Clear();
        var second = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Connections.Cloudflare!.ListZonesAsync(default));

        Assert.Equal((TimeSpan.FromSeconds(90), CloudflareErrorKind.RateLimited), (first.RetryAfter, second.Kind));
        Assert.Equal(until, paused.Budget?.PausedUntil);
        Assert.Empty(lab.Faults.Log.Requests);

        var after = await lab.WaitAsync(account => account.Api == ApiStanding.Answering, _tick);
        Assert.Null(after.Budget?.PausedUntil);
        Assert.True(lab.Time.GetUtcNow() >= until);
        Assert.Single(await lab.Connections.Cloudflare!.ListZonesAsync(default));
    }

    [Fact]
    public async Task Limit_WithoutRetryAfter_PausesForFiveMinutes()
    {
        await using var lab = await AccountLab.StartAsync();
        await lab.WaitAsync(account => account.Accounts.Count > 0);
        lab.Fail(new FaultEffect.Status(429), times: 1);

        await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Connections.Cloudflare!.ListZonesAsync(default));

        Assert.Equal(lab.Time.GetUtcNow().AddMinutes(5), lab.Connections.Cloudflare!.Budget.PausedUntil);
    }

    [Fact]
    public async Task Token_Expired_IsOneProblemAndNotOnePerCall()
    {
        await using var lab = await AccountLab.StartAsync(lab => lab.CloudflareState.Tokens[0] = lab.CloudflareState.Tokens[0] with { ExpiresOn = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero) });

        var account = await lab.WaitAsync(account => account.Token.Standing == TokenStanding.Expired);
        for (var i = 0; i < 20; i++)
            Assert.Equal(CloudflareErrorKind.Unauthorized, (await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Connections.Cloudflare!.ListZonesAsync(default))).Kind);

        Assert.Empty(account.Missing);
        Assert.Contains("expired", account.Token.Problem, StringComparison.Ordinal);
        Assert.Equal(3, lab.Faults.Log.Requests.Count(request => !request.PathAndQuery.Contains("verify", StringComparison.Ordinal)));
        Assert.All(CapabilityWords.All, capability => Assert.Equal(account.Token.Problem, WhyNotCloudflare.Of(account, capability)?.Why));

        lab.State.Tokens[0] = lab.State.Tokens[0] with { ExpiresOn = null };
        await lab.WaitAsync(account => account.Token.Standing == TokenStanding.Active && account.Accounts.Count > 0, _tick);
        Assert.Single(await lab.Connections.Cloudflare!.ListZonesAsync(default));
    }

    [Fact]
    public async Task CertManager4465_TokenUnknownToCloudflare_IsItsOwnSentence()
    {
        await using var lab = await AccountLab.StartAsync(token: "mistyped-token-0123456789");

        var account = await lab.WaitAsync(account => account.Token.Standing == TokenStanding.Refused);

        Assert.Contains("does not accept the API token: it is mistyped", account.Token.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("mistyped-token", account.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DdnsGo1341_TokenForOtherAddresses_IsRefusedAlthoughItVerifies()
    {
        await using var lab = await AccountLab.StartAsync(lab => lab.CloudflareState.Tokens[0] = lab.CloudflareState.Tokens[0] with { IsForOtherAddresses = true });

        var account = await lab.WaitAsync(account => account.Token.Standing == TokenStanding.Refused);

        Assert.Contains("limited to other addresses", account.Token.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExternalDns5198_ApiDownAfterAGoodStart_KeepsTheLastStateAndTheLoop()
    {
        await using var lab = await AccountLab.StartAsync();
        var before = await lab.WaitAsync(account => account.Accounts.Count > 0);
        lab.Fail(new FaultEffect.Status(522));

        var down = await lab.WaitAsync(account => account.Api == ApiStanding.Silent, TimeSpan.FromMinutes(1));
        for (var i = 0; i < 5; i++) lab.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((before.Accounts, before.Capabilities, 1), (down.Accounts, down.Capabilities, down.ServingTunnels));
        Assert.Equal(TokenStanding.Active, down.Token.Standing);
        Assert.NotNull(down.AnsweredAt);

        lab.Faults.Clear();
        Assert.Equal(ApiStanding.Answering, (await lab.WaitAsync(account => account.Api == ApiStanding.Answering, _tick)).Api);
    }
}
