using System.Net;
using System.Text;
using HomelabPortal.Cloudflare;
using static HomelabPortal.Tests.Cloudflare.CloudflareClients;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class ErrorTableTests
{
    private static readonly NewDnsRecord Record = new() { Type = "A", Name = "a.test", Content = "10.0.0.1" };

    [Theory]
    [InlineData(400, 81053, CloudflareErrorKind.RecordConflict)]
    [InlineData(400, 81057, CloudflareErrorKind.RecordConflict)]
    [InlineData(400, 81058, CloudflareErrorKind.RecordConflict)]
    [InlineData(404, 81044, CloudflareErrorKind.NotFound)]
    [InlineData(400, 1004, CloudflareErrorKind.Validation)]
    [InlineData(400, 9003, CloudflareErrorKind.Validation)]
    [InlineData(422, 1, CloudflareErrorKind.Validation)]
    [InlineData(403, 9109, CloudflareErrorKind.Unauthorized)]
    [InlineData(401, 1, CloudflareErrorKind.Unauthorized)]
    [InlineData(403, 10000, CloudflareErrorKind.MissingPermission)]
    [InlineData(400, 10000, CloudflareErrorKind.MissingPermission)]
    [InlineData(405, 10000, CloudflareErrorKind.MissingPermission)]
    [InlineData(403, 1, CloudflareErrorKind.MissingPermission)]
    [InlineData(400, 6003, CloudflareErrorKind.Unauthorized)]
    [InlineData(400, 6111, CloudflareErrorKind.Unauthorized)]
    [InlineData(400, 7003, CloudflareErrorKind.NotFound)]
    [InlineData(404, 7000, CloudflareErrorKind.NotFound)]
    [InlineData(400, 1056, CloudflareErrorKind.BadConfiguration)]
    [InlineData(400, 10300, CloudflareErrorKind.RateLimited)]
    [InlineData(400, 971, CloudflareErrorKind.RateLimited)]
    [InlineData(429, 1, CloudflareErrorKind.RateLimited)]
    [InlineData(500, 1001, CloudflareErrorKind.Unavailable)]
    [InlineData(409, 1, CloudflareErrorKind.Other)]
    [InlineData(302, 1, CloudflareErrorKind.Other)]
    public async Task Refusal_ByStatusAndCode_HasItsKind(int status, int code, CloudflareErrorKind kind)
    {
        using var client = Scripted(_ => Refuse((HttpStatusCode)status, code, "the reason"));
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.CreateRecordAsync("z", Record, default));
        Assert.Equal((kind, status), (fault.Kind, (int?)fault.StatusCode));
        Assert.True(fault.HasCode(code));
        Assert.Contains($"the reason ({code})", fault.Message, StringComparison.Ordinal);
        Assert.Contains("create the A record a.test", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_WithAChain_IsKnownByItsCauseAndTellsIt()
    {
        using var client = Scripted(_ => ScriptedHandler.Json(
            """{"success":false,"errors":[{"code":1004,"message":"DNS Validation Error","source":{"pointer":"/tags"},"error_chain":[{"code":9300,"message":"DNS record has 1 tags, exceeding the quota of 0."}]}],"result":null}""",
            HttpStatusCode.BadRequest));
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.CreateRecordAsync("z", Record, default));
        Assert.Equal(CloudflareErrorKind.Validation, fault.Kind);
        Assert.Contains("DNS Validation Error (1004): DNS record has 1 tags, exceeding the quota of 0 (9300)", fault.Message, StringComparison.Ordinal);
        Assert.Equal((9300, "/tags"), (fault.Errors[0].Chain[0].Code, fault.Errors[0].Field));
    }

    [Fact]
    public async Task Refusal_WithTheCodeOnlyInTheChain_IsClassifiedByIt()
    {
        using var client = Scripted(_ => ScriptedHandler.Json(
            """{"success":false,"errors":[{"code":9999,"message":"batch failed","error_chain":[{"code":81053,"message":"exists"}]}]}""", HttpStatusCode.BadRequest));
        var batch = new DnsRecordBatch { Posts = [Record] };
        Assert.Equal(CloudflareErrorKind.RecordConflict, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.BatchRecordsAsync("z", batch, default))).Kind);
    }

    [Fact]
    public async Task Refusal_ForWantOfPermission_NamesThatOfTheCall()
    {
        using var client = Scripted(_ => Refuse(HttpStatusCode.Forbidden, 10000, "Authentication error"));
        await NamesAsync(CloudflarePermission.ZoneRead, () => client.ListZonesAsync(default));
        await NamesAsync(CloudflarePermission.DnsRead, () => client.ListRecordsAsync("z", default));
        await NamesAsync(CloudflarePermission.DnsEdit, () => client.PatchRecordAsync("z", "r", new DnsRecordPatch(), default));
        await NamesAsync(CloudflarePermission.DnsEdit, () => client.DeleteRecordAsync("z", "r", default));
        await NamesAsync(CloudflarePermission.TunnelRead, () => client.ListConnectorsAsync("a", "t", default));
        await NamesAsync(CloudflarePermission.TunnelEdit, () => client.PutTunnelConfigurationAsync("a", "t", [], default));

        static async Task NamesAsync(string permission, Func<Task> call)
        {
            var fault = await Assert.ThrowsAsync<CloudflareApiException>(call);
            Assert.Equal((CloudflareErrorKind.MissingPermission, permission), (fault.Kind, fault.MissingPermission));
            Assert.Contains($"\"{permission}\"", fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(502, "<html><h1>502 Bad Gateway</h1></html>", CloudflareErrorKind.Unavailable)]
    [InlineData(520, "", CloudflareErrorKind.Unavailable)]
    [InlineData(503, "null", CloudflareErrorKind.Unavailable)]
    [InlineData(403, "<html>", CloudflareErrorKind.MissingPermission)]
    [InlineData(429, "slow down", CloudflareErrorKind.RateLimited)]
    [InlineData(200, "<html>", CloudflareErrorKind.Unavailable)]
    [InlineData(200, "", CloudflareErrorKind.Unavailable)]
    [InlineData(200, "{}", CloudflareErrorKind.Unavailable)]
    [InlineData(200, """{"success":true,"result":null}""", CloudflareErrorKind.Unavailable)]
    [InlineData(200, """{"success":true,"result":{"type":"A"}}""", CloudflareErrorKind.Unavailable)]
    [InlineData(200, """{"success":true,"result":{"id":null,"type":"A","name":"a"}}""", CloudflareErrorKind.Unavailable)]
    [InlineData(200, """{"result":{"id":"a","type":"A","name":"a"}}""", CloudflareErrorKind.Unavailable)]
    [InlineData(200, """{"success":false,"errors":[{"code":81057,"message":"exists"}],"result":"x"}""", CloudflareErrorKind.RecordConflict)]
    [InlineData(400, """{"success":false,"errors":[null,{"message":null},{"code":"81057"}]}""", CloudflareErrorKind.RecordConflict)]
    public async Task Answer_OfAnyShape_IsATypedFault(int status, string body, CloudflareErrorKind kind)
    {
        using var client = Scripted(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "text/html") });
        Assert.Equal(kind, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.CreateRecordAsync("z", Record, default))).Kind);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "could not be resolved")]
    [InlineData(HttpRequestError.ConnectionError, "no connection")]
    [InlineData(HttpRequestError.SecureConnectionError, "certificate")]
    [InlineData(HttpRequestError.ResponseEnded, "broke")]
    public async Task Network_ThatFails_IsUnreachable(HttpRequestError error, string words)
    {
        using var client = Scripted(_ => throw new HttpRequestException(error));
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default));
        Assert.Equal(CloudflareErrorKind.Unreachable, fault.Kind);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }
}
