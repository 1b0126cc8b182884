using HomelabPortal.Cloudflare;
using HomelabPortal.Simulator.Faults;
using static HomelabPortal.Tests.Cloudflare.CloudflareLab;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class SimulatedRecordsTests
{
    [Fact]
    public async Task Record_FromCreationToDeletion_IsWhatWasAskedFor()
    {
        await using var lab = await StartAsync();
        var zone = Assert.Single(await lab.Client.ListZonesAsync(default));
        Assert.Equal(("cowlab.org", "active", lab.AccountId), (zone.Name, zone.Status, zone.Account?.Id));

        var created = await lab.Client.CreateRecordAsync(zone.Id, Address("Wiki.cowlab.org", comment: "hlp1:a:b"), default);
        Assert.Equal(("wiki.cowlab.org", "A", "10.0.0.99", false, "hlp1:a:b"), (created.Name, created.Type, created.Content, created.Proxied, created.Comment));
        var patched = await lab.Client.PatchRecordAsync(zone.Id, created.Id, new DnsRecordPatch { Content = "10.0.0.98" }, default);
        Assert.Equal((created.Id, "10.0.0.98", "hlp1:a:b"), (patched.Id, patched.Content, patched.Comment));
        Assert.Equal(patched.Id, Assert.Single(await lab.Client.ListRecordsAsync(zone.Id, default)).Id);

        Assert.True(await lab.Client.DeleteRecordAsync(zone.Id, created.Id, default));
        Assert.False(await lab.Client.DeleteRecordAsync(zone.Id, created.Id, default));
        Assert.Empty(await lab.Client.ListRecordsAsync(zone.Id, default));
    }

    [Theory]
    [InlineData("A", "10.0.0.99", 81058)]
    [InlineData("CNAME", "elsewhere.test", 81053)]
    public async Task Name_ThatIsTaken_IsAConflict(string type, string content, int code)
    {
        await using var lab = await StartAsync();
        await lab.Client.CreateRecordAsync(lab.Zone.Id, Address("wiki.cowlab.org"), default);
        var again = new NewDnsRecord { Type = type, Name = "wiki.cowlab.org", Content = content };
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.CreateRecordAsync(lab.Zone.Id, again, default));
        Assert.Equal(CloudflareErrorKind.RecordConflict, fault.Kind);
        Assert.True(fault.HasCode(code), fault.Message);
        Assert.Single(lab.Zone.Records);
    }

    [Fact]
    public async Task Filter_ByCommentAndName_IsCloudflares()
    {
        await using var lab = await StartAsync();
        foreach (var (name, comment) in new[] { ("a", "hlp1:x:1"), ("b", "hlp1:y:2"), ("c", (string?)null) })
            await lab.Client.CreateRecordAsync(lab.Zone.Id, Address($"{name}.cowlab.org", comment: comment), default);
        var ours = await lab.Client.ListRecordsAsync(lab.Zone.Id, new DnsRecordFilter { CommentStartsWith = "hlp1:" }, default);
        Assert.Equal(["a.cowlab.org", "b.cowlab.org"], ours.Select(record => record.Name).Order());
        Assert.Equal("c.cowlab.org", Assert.Single(await lab.Client.ListRecordsAsync(lab.Zone.Id, new DnsRecordFilter { Name = "c.cowlab.org", Type = "A" }, default)).Name);
    }

    [Fact]
    public async Task Batch_SwapsAnAddressForATunnelAtOnce()
    {
        await using var lab = await StartAsync();
        var old = await lab.Client.CreateRecordAsync(lab.Zone.Id, Address("wiki.cowlab.org"), default);
        var tunnel = new NewDnsRecord { Type = "CNAME", Name = "wiki.cowlab.org", Content = $"{lab.Tunnel.Id}.cfargotunnel.com", Proxied = true };
        var result = await lab.Client.BatchRecordsAsync(lab.Zone.Id, new DnsRecordBatch { Deletes = [old.Id], Posts = [tunnel] }, default);
        Assert.Equal(old.Id, Assert.Single(result.Deletes!).Id);
        var now = Assert.Single(await lab.Client.ListRecordsAsync(lab.Zone.Id, default));
        Assert.Equal((result.Posts![0].Id, "CNAME", true, 1), (now.Id, now.Type, now.Proxied, now.Ttl));
    }

    [Fact]
    public async Task Batch_WithOneBadPart_ChangesNothing()
    {
        await using var lab = await StartAsync();
        var old = await lab.Client.CreateRecordAsync(lab.Zone.Id, Address("wiki.cowlab.org"), default);
        var batch = new DnsRecordBatch { Deletes = [old.Id], Posts = [Address("new.cowlab.org"), Address("new.cowlab.org")] };
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.BatchRecordsAsync(lab.Zone.Id, batch, default));
        Assert.Equal(CloudflareErrorKind.RecordConflict, fault.Kind);
        Assert.Equal(old.Id, Assert.Single(await lab.Client.ListRecordsAsync(lab.Zone.Id, default)).Id);
    }

    [Fact]
    public async Task Batch_AtTheLimit_IsTaken()
    {
        await using var lab = await StartAsync();
        var batch = new DnsRecordBatch { Posts = [.. Enumerable.Range(0, DnsRecordBatch.Limit).Select(i => Address($"n{i}.cowlab.org"))] };
        Assert.Equal(DnsRecordBatch.Limit, (await lab.Client.BatchRecordsAsync(lab.Zone.Id, batch, default)).Posts?.Count);
    }

    [Fact]
    public async Task Zone_OfManyPages_IsReadWholeOrNotAtAll()
    {
        await using var lab = await StartAsync();
        await lab.Client.BatchRecordsAsync(lab.Zone.Id, new DnsRecordBatch { Posts = [.. Enumerable.Range(0, 150).Select(i => Address($"n{i}.cowlab.org"))] }, default);
        using var client = lab.Connect("  " + lab.State.Tokens[0].Value + "\n", recordsPerPage: 40);
        Assert.Equal(150, (await client.ListRecordsAsync(lab.Zone.Id, default)).Select(record => record.Id).Distinct().Count());

        lab.Fail("GET", "page=3", new FaultEffect.MissingItems());
        var cut = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListRecordsAsync(lab.Zone.Id, default));
        lab.Fail("GET", "page=2", new FaultEffect.Status(502));
        var failed = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListRecordsAsync(lab.Zone.Id, default));
        lab.Fail("GET", "page=4", new FaultEffect.TruncatedBody());
        var broken = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListRecordsAsync(lab.Zone.Id, default));
        Assert.All([cut, failed, broken], fault => Assert.True(fault.Kind is CloudflareErrorKind.Unavailable or CloudflareErrorKind.Unreachable, fault.Message));
        Assert.Equal(150, (await client.ListRecordsAsync(lab.Zone.Id, default)).Count);
    }

    [Fact]
    public async Task Answer_LostOnTheWay_LeavesTheOutcomeOpenAndIsNotTriedAgain()
    {
        await using var lab = await StartAsync();
        lab.Fail("POST", "dns_records", new FaultEffect.LostResponse());
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.CreateRecordAsync(lab.Zone.Id, Address("wiki.cowlab.org"), default));
        Assert.Equal(CloudflareErrorKind.Unreachable, fault.Kind);
        Assert.Equal("wiki.cowlab.org", Assert.Single(await lab.Client.ListRecordsAsync(lab.Zone.Id, default)).Name);
        Assert.Single(lab.Faults.Log.Writes);
    }

    [Fact]
    public async Task Limit_ByCloudflare_StopsTheNextCallToo()
    {
        await using var lab = await StartAsync();
        lab.Fail("GET", "zones", new FaultEffect.Status(429, TimeSpan.FromSeconds(40)));
        var first = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListZonesAsync(default));
        var second = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListTunnelsAsync(lab.AccountId, default));
        Assert.Equal((CloudflareErrorKind.RateLimited, TimeSpan.FromSeconds(40)), (first.Kind, first.RetryAfter));
        Assert.Equal(CloudflareErrorKind.RateLimited, second.Kind);
        Assert.Single(lab.Faults.Log.Requests);
    }

    [Fact]
    public async Task Answer_ThatComesTooLate_IsUnreachable()
    {
        await using var lab = await StartAsync();
        using var client = lab.Connect(lab.State.Tokens[0].Value, timeout: TimeSpan.FromMilliseconds(100));
        lab.Fail("GET", "zones", new FaultEffect.Latency(TimeSpan.FromMinutes(1)));
        Assert.Equal(CloudflareErrorKind.Unreachable, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default))).Kind);
    }

    [Fact]
    public async Task Record_OutsideTheRules_IsRefusedWithTheReason()
    {
        await using var lab = await StartAsync();
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.CreateRecordAsync(lab.Zone.Id, Address("wiki.cowlab.org", content: "not an address"), default));
        Assert.Equal(CloudflareErrorKind.Validation, fault.Kind);
        Assert.NotEmpty(fault.Errors);
    }

    [Fact]
    public async Task Zone_OfAnotherAccount_IsNotFound()
    {
        await using var lab = await StartAsync();
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListRecordsAsync(new string('0', 32), default));
        Assert.Equal(CloudflareErrorKind.NotFound, fault.Kind);
    }
}
