using System.Net;
using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Faults;
using CloudflareErrors = HomelabPortal.Lab.CloudflareErrors;
using static HomelabPortal.Tests.Cloudflare.CloudflareClients;
using static HomelabPortal.Tests.Cloudflare.CloudflareLab;

namespace HomelabPortal.Tests.Cloudflare;

/// <summary>What bit others, by the number of their issue: the part of it that is between us and Cloudflare.</summary>
public sealed class PeerIssueTests
{
    /// <summary>A limit met in the middle of a loop was a loop of further calls, each of them limited.</summary>
    [Fact]
    public async Task ExternalDns2135_RateLimitWithTheOldCode_PausesAllCallsAndResumes()
    {
        var time = new ManualTimeProvider();
        var isLimited = true;
        using var client = Scripted(_ => isLimited ? Refuse(HttpStatusCode.BadRequest, 10300, "limit") : Page(1, 0, []), out var handler, time);

        for (var i = 0; i < 10; i++)
            Assert.Equal(CloudflareErrorKind.RateLimited, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListRecordsAsync("z", default))).Kind);
        isLimited = false;
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Empty(await client.ListRecordsAsync("z", default));
        Assert.Equal(2, handler.Requests.Count);
    }

    /// <summary>The failed creation of a CNAME left its ownership text behind, and with it the record of a stranger was "owned".</summary>
    [Fact]
    public async Task ExternalDns2410_CreateBesideAStrangersRecord_WritesNothingAtAll()
    {
        await using var lab = await StartAsync();
        await lab.Client.CreateRecordAsync(lab.Zone.Id, Address("tv.cowlab.org"), default);
        var before = lab.Zone.Records.Count;

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.BatchRecordsAsync(lab.Zone.Id, new DnsRecordBatch
        {
            Posts =
            [
                new NewDnsRecord { Type = "TXT", Name = "mark.cowlab.org", Content = "\"ours\"" },
                new NewDnsRecord { Type = "CNAME", Name = "tv.cowlab.org", Content = "elsewhere.example.org", Comment = "hlp1:a:b" },
            ],
        }, default));

        Assert.Equal((CloudflareErrorKind.RecordConflict, before), (fault.Kind, lab.Zone.Records.Count));
        Assert.True(fault.HasCode(81053));
    }

    /// <summary>"Already exists" was retried for ever.</summary>
    [Theory]
    [InlineData("A", "10.0.0.99", 81058)]
    [InlineData("CNAME", "elsewhere.example.org", 81053)]
    public async Task ExternalDns3621_RecordThatExists_IsAConflictToReadAgain(string type, string content, int code)
    {
        await using var lab = await StartAsync();
        await lab.Client.CreateRecordAsync(lab.Zone.Id, Address("tv.cowlab.org"), default);

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(
            () => lab.Client.CreateRecordAsync(lab.Zone.Id, new NewDnsRecord { Type = type, Name = "tv.cowlab.org", Content = content, Proxied = false }, default));

        Assert.True(fault.HasCode(code), fault.Message);
        Assert.Contains("again", CloudflareFaults.Sentence(fault) + CloudflareErrors.Of(81058), StringComparison.Ordinal);
        Assert.False(CloudflareFaults.IsUncertain(fault));
    }

    /// <summary>Tags on a Free plan were an error without a word on tags.</summary>
    [Fact]
    public async Task ExternalDns3706_TagsOnAFreePlan_AreNamedAsTheFault()
    {
        await using var lab = await StartAsync();

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(
            () => lab.Client.CreateRecordAsync(lab.Zone.Id, Address("tv.cowlab.org") with { Tags = ["owner:me"] }, default));

        Assert.Contains("no room for tags", CloudflareFaults.Sentence(fault), StringComparison.Ordinal);
    }

    /// <summary>A mistyped token read as "no zone found".</summary>
    [Fact]
    public async Task CertManager4465_MistypedToken_IsSaidToBeTheTokenAndNotAMissingZone()
    {
        await using var lab = await StartAsync();
        using var client = lab.Connect("mistyped-token-0123456789");

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default));

        Assert.Equal(CloudflareErrorKind.Unauthorized, fault.Kind);
        Assert.Contains("does not accept the API token", CloudflareFaults.Sentence(fault), StringComparison.Ordinal);
    }

    /// <summary>The name of a variable was pasted in place of the token.</summary>
    [Fact]
    public async Task Favonia1053_NameOfAVariableAsToken_IsSaidToBeNoToken()
    {
        using var client = Scripted(_ => ScriptedHandler.Json(
            """{"success":false,"errors":[{"code":6003,"message":"Invalid request headers","error_chain":[{"code":6111,"message":"Invalid format for Authorization header"}]}],"result":null}""",
            HttpStatusCode.BadRequest));

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default));

        Assert.Contains("is not one", CloudflareFaults.Sentence(fault), StringComparison.Ordinal);
    }

    /// <summary>The token verifies, and every call is refused by its address filter.</summary>
    [Fact]
    public async Task DdnsGo1341_TokenForOtherAddresses_VerifiesAndIsStillTheTokensFault()
    {
        await using var lab = await StartAsync();
        lab.State.Tokens[0] = lab.State.Tokens[0] with { IsForOtherAddresses = true };

        Assert.True((await lab.Client.VerifyTokenAsync(lab.AccountId, default)).IsActive);
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListZonesAsync(default));

        Assert.Equal(CloudflareErrorKind.Unauthorized, fault.Kind);
    }

    /// <summary>An outage of the API came as a page of HTML, and the process died of it.</summary>
    [Fact]
    public async Task ExternalDns5198_FaultPagesOfTheEdge_AreTransientEveryTime()
    {
        await using var lab = await StartAsync();
        lab.Fail("GET", "zones", new FaultEffect.Status(522), times: 5);

        for (var i = 0; i < 5; i++)
            Assert.True(CloudflareFaults.IsUncertain(await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListZonesAsync(default))));

        Assert.Single(await lab.Client.ListZonesAsync(default));
    }

    /// <summary>A tunnel's deletion failed on its connections with an error nobody understood.</summary>
    [Fact]
    public async Task TerraformProvider2769_DeleteOfATunnelInUse_SaysHowToGoOn()
    {
        await using var lab = await StartAsync();

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.DeleteTunnelAsync(lab.AccountId, lab.Tunnel.Id.ToString(), default));

        Assert.Contains("Stop cloudflared everywhere, clean up the connections", CloudflareFaults.Sentence(fault), StringComparison.Ordinal);
    }

    /// <summary>Half a page was taken for the whole zone.</summary>
    [Fact]
    public async Task Reference36_PageCutShort_IsAFaultAndNeverAShorterList()
    {
        await using var lab = await StartAsync();
        for (var i = 0; i < 4; i++) await lab.Client.CreateRecordAsync(lab.Zone.Id, Address($"n{i}.cowlab.org"), default);
        lab.Fail("GET", "dns_records", new FaultEffect.MissingItems());
        Assert.Equal(CloudflareErrorKind.Unavailable, (await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListRecordsAsync(lab.Zone.Id, default))).Kind);
        lab.Fail("GET", "dns_records", new FaultEffect.TruncatedBody());
        Assert.Equal(CloudflareErrorKind.Unavailable, (await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListRecordsAsync(lab.Zone.Id, default))).Kind);
    }

    /// <summary>A zone that left the account is not an empty zone.</summary>
    [Fact]
    public async Task Reference36_ZoneGone_IsAFaultAndNotAnEmptyList()
    {
        await using var lab = await StartAsync();
        var id = lab.Zone.Id;
        lab.State.RemoveZone(lab.Zone);

        Assert.Equal(CloudflareErrorKind.NotFound, (await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListRecordsAsync(id, default))).Kind);
    }

    [Theory]
    [InlineData("expired", false)]
    [InlineData("active", true)]
    public async Task Reference36_TokenWithAnEnd_ExpiresByTheClock(string status, bool isBefore)
    {
        await using var lab = await StartAsync();
        lab.State.Tokens[0] = lab.State.Tokens[0] with { ExpiresOn = lab.Time.GetUtcNow().AddHours(1) };
        if (!isBefore) lab.Time.Advance(TimeSpan.FromHours(1));

        var token = await lab.Client.VerifyTokenAsync(lab.AccountId, default);

        Assert.Equal((status, isBefore), (token.Status, token.IsActive));
    }

    [Fact]
    public async Task Reference21_AccountOwnedToken_IsVerifiedByTheAccountEvenWithoutItsPrefix()
    {
        await using var lab = await StartAsync();
        lab.State.Tokens.Add(new CloudflareToken("account-token-0123456789", CloudflareScopes.All) { IsAccountOwned = true });
        using var client = lab.Connect("account-token-0123456789");

        Assert.True((await client.VerifyTokenAsync(lab.AccountId, default)).IsActive);
        await Assert.ThrowsAsync<CloudflareApiException>(() => client.VerifyTokenAsync(null, default));
    }
}
