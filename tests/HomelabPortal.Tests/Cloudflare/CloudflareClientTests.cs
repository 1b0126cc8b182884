using System.Net;
using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using static HomelabPortal.Tests.Cloudflare.CloudflareClients;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class CloudflareClientTests
{
    private const string Active = """{"id":"tok","status":"active","expires_on":"2027-01-01T00:00:00Z"}""";

    [Fact]
    public async Task Token_OfAUser_IsVerifiedAsSuch()
    {
        using var client = Scripted(_ => Ok(Active), out var handler);
        Assert.True((await client.VerifyTokenAsync("acc", default)).IsActive);
        Assert.Equal("/client/v4/user/tokens/verify", Assert.Single(handler.Requests).Path);
        Assert.Equal($"Bearer {Token}", handler.Requests[0].Authorization);
    }

    [Fact]
    public async Task Token_WithTheAccountPrefix_IsVerifiedByTheAccount()
    {
        using var client = Scripted(_ => Ok(Active), out var handler, token: "cfat_0123456789abcdef");
        await client.VerifyTokenAsync("acc", default);
        Assert.Equal("/client/v4/accounts/acc/tokens/verify", Assert.Single(handler.Requests).Path);
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.VerifyTokenAsync(null, default));
        Assert.Equal(CloudflareErrorKind.Validation, fault.Kind);
    }

    [Fact]
    public async Task Token_UnknownToTheUserCheck_IsVerifiedByTheAccount()
    {
        using var client = Scripted(asked => asked.Path.Contains("/user/", StringComparison.Ordinal) ? Refuse(HttpStatusCode.Unauthorized, 1000, "Invalid API Token") : Ok(Active));
        Assert.True((await client.VerifyTokenAsync("acc", default)).IsActive);
    }

    [Theory]
    [InlineData(401, 1000)]
    [InlineData(403, 10000)]
    [InlineData(400, 6003)]
    public async Task Token_ThatIsWrong_IsUnauthorized(int status, int code)
    {
        using var client = Scripted(_ => Refuse((HttpStatusCode)status, code));
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.VerifyTokenAsync(null, default));
        Assert.Equal((CloudflareErrorKind.Unauthorized, null), (fault.Kind, fault.MissingPermission));
    }

    [Fact]
    public async Task Token_PastedWithWhiteSpace_IsTrimmed()
    {
        using var client = Scripted(_ => Ok(Active), out var handler, token: $" \t{Token}\r\n");
        await client.VerifyTokenAsync(null, default);
        Assert.Equal($"Bearer {Token}", handler.Requests[0].Authorization);
    }

    [Theory]
    [InlineData("  ")]
    [InlineData("secret secret")]
    [InlineData("secret\nX-Other: 1")]
    [InlineData("sécret")]
    public void Token_ThatCannotBeOne_IsRefusedWithoutBeingShown(string token)
    {
        var fault = Assert.Throws<ArgumentException>(() => Scripted(_ => Ok(Active), out _, token: token));
        Assert.DoesNotContain("cret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_EchoedByCloudflare_IsStruckOut()
    {
        using var client = Scripted(_ => Refuse(HttpStatusCode.BadRequest, 6003, $"Invalid header Bearer {Token}, {Token}"));
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default));
        Assert.DoesNotContain(Token, fault.ToString() + fault.Errors[0], StringComparison.Ordinal);
        Assert.Contains("Invalid header Bearer ****", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.cloudflare.com/client/v4/")]
    [InlineData("ftp://localhost/")]
    [InlineData("/client/v4")]
    public void Address_ThatWouldShowTheToken_IsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => new CloudflareClient(new CloudflareClientOptions { ApiToken = Token, BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) }, TimeProvider.System));

    [Fact]
    public async Task Probes_TellWhatTheTokenMay()
    {
        using var client = Scripted(asked => asked.Path.Contains("cfd_tunnel", StringComparison.Ordinal) ? Refuse(HttpStatusCode.Forbidden, 10000, "Authentication error") : Ok("[]"));
        var probes = await client.ProbePermissionsAsync("z", "acc", default);
        Assert.Equal(
            [(CloudflarePermission.ZoneRead, true), (CloudflarePermission.DnsRead, true), (CloudflarePermission.TunnelRead, false), (CloudflarePermission.AccessRead, true),
                (CloudflarePermission.AccessOrganizationRead, true), (CloudflarePermission.ServiceTokenRead, true)],
            probes.Select(probe => (probe.Permission, probe.IsGranted)));
        Assert.Contains("Cloudflare Tunnel", probes[2].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probes_OfAServiceThatIsDown_SayNothingOfPermissions()
    {
        using var client = Scripted(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));
        Assert.Equal(CloudflareErrorKind.Unavailable, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.ProbePermissionsAsync(null, null, default))).Kind);
    }

    [Fact]
    public async Task Record_ToCreateOrChange_IsSentWithoutWhatIsNotGiven()
    {
        using var client = Scripted(_ => Ok("""{"id":"r1","type":"CNAME","name":"a.test","content":"b.test","ttl":1,"proxied":true,"comment":"hlp1:x","modified_on":"2026-11-21T09:00:00.123456Z","new_member":[1]}"""), out var handler);
        var created = await client.CreateRecordAsync("z", new NewDnsRecord { Type = "CNAME", Name = "a.test", Content = "b.test", Proxied = true, Comment = "hlp1:x" }, default);
        Assert.Equal(("r1", true, 1, "hlp1:x"), (created.Id, created.Proxied, created.Ttl, created.Comment));
        await client.PatchRecordAsync("z", "r1", new DnsRecordPatch { Content = "c.test", Comment = "" }, default);
        Assert.Equal("""{"type":"CNAME","name":"a.test","content":"b.test","ttl":1,"proxied":true,"comment":"hlp1:x"}""", handler.Requests[0].Body);
        Assert.Equal("""{"content":"c.test","comment":""}""", handler.Requests[1].Body);
        Assert.Equal((HttpMethod.Patch, "/client/v4/zones/z/dns_records/r1"), (handler.Requests[1].Method, handler.Requests[1].Path));
    }

    [Fact]
    public async Task Batch_IsSentInOneRequest()
    {
        using var client = Scripted(_ => Ok("""{"deletes":[{"id":"d","type":"A","name":"a.test"}],"patches":[],"puts":null,"posts":[{"id":"n","type":"A","name":"a.test"}]}"""), out var handler);
        var result = await client.BatchRecordsAsync("z", new DnsRecordBatch
        {
            Deletes = ["d"],
            Patches = [new DnsRecordBatchPatch { Id = "p", Proxied = false }],
            Puts = [new DnsRecordBatchPut { Id = "u", Type = "A", Name = "u.test", Content = "10.0.0.1" }],
            Posts = [new NewDnsRecord { Type = "A", Name = "a.test", Content = "10.0.0.1" }],
        }, default);
        Assert.Equal(("d", "n"), (result.Deletes?[0].Id, result.Posts?[0].Id));
        var expected = JsonNode.Parse("""{"deletes":[{"id":"d"}],"patches":[{"id":"p","proxied":false}],"puts":[{"id":"u","type":"A","name":"u.test","content":"10.0.0.1","ttl":1}],"posts":[{"type":"A","name":"a.test","content":"10.0.0.1","ttl":1}]}""");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(handler.Requests[0].Body!)), handler.Requests[0].Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Batch_OfTheWrongSize_IsNotSent(int size)
    {
        using var client = Scripted(_ => Ok("{}"), out var handler);
        var batch = new DnsRecordBatch { Deletes = [.. Enumerable.Range(0, size).Select(id => $"{id}")] };
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.BatchRecordsAsync("z", batch, default));
        Assert.Equal(CloudflareErrorKind.Validation, fault.Kind);
        Assert.Contains($"{size}", fault.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("""{"result":{"id":"r"}}""")]
    [InlineData("""{"success":true,"errors":[],"result":{"id":"r"}}""")]
    public async Task Delete_OfARecord_AcceptsBothFormsOfTheAnswer(string body)
    {
        using var client = Scripted(_ => ScriptedHandler.Json(body));
        Assert.True(await client.DeleteRecordAsync("z", "r", default));
    }

    [Fact]
    public async Task Absence_OfTheObject_IsAnAnswerButOfTheZoneAnError()
    {
        using var gone = Scripted(_ => Refuse(HttpStatusCode.NotFound, 81044));
        Assert.False(await gone.DeleteRecordAsync("z", "r", default));
        Assert.Null(await gone.GetTunnelAsync("acc", "tun", default));
        using var elsewhere = Scripted(_ => Refuse(HttpStatusCode.NotFound, 7003));
        Assert.Equal(CloudflareErrorKind.NotFound, (await Assert.ThrowsAsync<CloudflareApiException>(() => elsewhere.DeleteRecordAsync("z", "r", default))).Kind);
        Assert.Equal(CloudflareErrorKind.NotFound, (await Assert.ThrowsAsync<CloudflareApiException>(() => elsewhere.GetTunnelAsync("acc", "tun", default))).Kind);
    }

    [Theory]
    [InlineData("\"config_src\":\"cloudflare\"", true)]
    [InlineData("\"config_src\":\"local\",\"remote_config\":true", false)]
    [InlineData("\"remote_config\":true", true)]
    [InlineData("\"name\":\"old\"", false)]
    public async Task Tunnel_TellsWhereItsRoutesAreKept(string members, bool isRemote)
    {
        using var client = Scripted(_ => Ok($$"""{"id":"t","status":"healthy",{{members}}}"""));
        Assert.Equal(isRemote, (await client.GetTunnelAsync("acc", "tun", default))?.IsRemotelyManaged);
    }

    [Fact]
    public async Task Answers_WithDamage_OnlyGiveTypedFaults()
    {
        var random = new Random(20261121);
        var good = """{"success":true,"errors":[{"code":1004,"message":"m","error_chain":[{"code":1}]}],"messages":[],"result":[{"id":"a","type":"A","name":"n","ttl":1,"proxied":true,"tags":[],"created_on":"2026-11-21T09:00:00Z"}],"result_info":{"page":1,"count":1,"total_count":1}}"""u8.ToArray();
        int[] statuses = [200, 200, 400, 403, 404, 502];
        var time = new ManualTimeProvider();
        using var client = Scripted(_ => new HttpResponseMessage((HttpStatusCode)statuses[random.Next(statuses.Length)]) { Content = new ByteArrayContent(Damage(good, random)) }, out _, time);
        for (var round = 0; round < 3000; round++)
        {
            time.Advance(TimeSpan.FromMinutes(6));
            if (await Record.ExceptionAsync(() => client.ListRecordsAsync("z", default)) is { } fault) Assert.IsType<CloudflareApiException>(fault);
        }
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var i = random.Next(3); i >= 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)random.Next(256)); break;
                default: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
            }
        }
        return [.. bytes];
    }
}
