using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using static HomelabPortal.Tests.Cloudflare.CloudflareClients;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class TunnelConfigurationTests
{
    // Members that no schema knows, numbers in unusual forms, text that serialisers like to escape.
    private const string Raw =
        """{"zzz":{"b":1.50,"a":1E+3,"big":12345678901234567890},"ingress":[{"service":"http://grüße.test/<x>&'+","hostname":"a.test","originRequest":{"matchSNItoHost":true,"connectTimeout":10,"later":null}},{"service":"http_status:404"}],"warp-routing":{"enabled":false},"originRequest":{}}""";

    [Fact]
    public async Task Document_ReadAndWrittenBack_IsTheSameToTheByte()
    {
        using var client = Scripted(asked => Ok($$"""{"tunnel_id":"t","version":7,"config":{{Raw}},"source":"cloudflare","created_at":"2026-11-21T09:00:00Z"}"""), out var handler);
        var read = await client.GetTunnelConfigurationAsync("acc", "tun", default);
        Assert.Equal((7, "cloudflare"), (read.Version, read.Source));
        await client.PutTunnelConfigurationAsync("acc", "tun", read.Document, default);
        Assert.Equal((HttpMethod.Put, "/client/v4/accounts/acc/cfd_tunnel/tun/configurations"), (handler.Requests[1].Method, handler.Requests[1].Path));
        Assert.Equal($$"""{"config":{{Raw}}}""", handler.Requests[1].Body);
    }

    [Fact]
    public async Task Document_WithARuleAdded_KeepsTheRest()
    {
        using var client = Scripted(asked => Ok($$"""{"version":7,"config":{{Raw}}}"""), out var handler);
        var document = (await client.GetTunnelConfigurationAsync("acc", "tun", default)).Document;
        document["ingress"]!.AsArray().Insert(1, new JsonObject { ["hostname"] = "b.test", ["service"] = "http://10.0.0.1:80" });
        await client.PutTunnelConfigurationAsync("acc", "tun", document, default);
        var added = """{"hostname":"b.test","service":"http://10.0.0.1:80"},""";
        Assert.Equal($$"""{"config":{{Raw.Replace("""{"service":"http_status""", added + """{"service":"http_status""", StringComparison.Ordinal)}}}""", handler.Requests[1].Body);
    }

    [Theory]
    [InlineData("""{"tunnel_id":"t","version":0,"config":null}""")]
    [InlineData("""{"tunnel_id":"t"}""")]
    public async Task Tunnel_WithoutADocumentYet_HasAnEmptyOne(string result)
    {
        using var client = Scripted(_ => Ok(result));
        var configuration = await client.GetTunnelConfigurationAsync("acc", "tun", default);
        Assert.Equal((0, 0), (configuration.Version, configuration.Document.Count));
    }

    [Fact]
    public async Task Document_WithADoubledMember_IsRefusedAtOnce()
    {
        using var client = Scripted(_ => Ok("""{"version":1,"config":{"ingress":[{"service":"a","service":"b"}]}}"""));
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.GetTunnelConfigurationAsync("acc", "tun", default));
        Assert.Equal(CloudflareErrorKind.Unavailable, fault.Kind);
    }

    [Fact]
    public async Task Connectors_ThatAreOnlyRemembered_AreNotLive()
    {
        using var client = Scripted(_ => Ok(
            """[{"id":"a","config_version":8,"version":"2026.1.0","conns":[{"colo_name":"fra08","is_pending_reconnect":true},{"colo_name":"ams01","is_pending_reconnect":false}]},{"id":"b","config_version":7,"conns":[{"is_pending_reconnect":true}]},{"id":"c","conns":null}]"""));
        var connectors = await client.ListConnectorsAsync("acc", "tun", default);
        Assert.Equal([("a", 8, true), ("b", 7, false), ("c", null, false)], connectors.Select(connector => (connector.Id, connector.ConfigVersion, connector.IsLive)));
    }
}
