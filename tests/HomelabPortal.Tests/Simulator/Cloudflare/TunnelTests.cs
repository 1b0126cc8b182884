using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Cloudflare;

public sealed class TunnelTests
{
    [Fact]
    public async Task Put_NewDocument_ReplacesAllAndCountsTheVersion()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var document = JsonNode.Parse("""{"ingress":[{"hostname":"a.cowlab.org","service":"http://a:80","future":{"x":1}},{"service":"http_status:404"}],"mystery":[1,2]}""")!;

        var (status, put) = await lab.SendAsync(HttpMethod.Put, lab.Tunnel + "/configurations", new JsonObject { ["config"] = document.DeepClone() });
        var (_, got) = await lab.SendAsync(HttpMethod.Get, lab.Tunnel + "/configurations");

        Assert.Equal((200, 8), (status, (int)put["result"]!["version"]!));
        Assert.True(JsonNode.DeepEquals(document, got["result"]!["config"]));
    }

    [Theory]
    [InlineData("""{"ingress":[{"hostname":"a.cowlab.org","service":"http://a:80"}]}""", "The last ingress rule must match all URLs")]
    [InlineData("""{"ingress":[]}""", "No ingress rules")]
    [InlineData("""{}""", "No ingress rules")]
    [InlineData("""{"ingress":[{"service":"http_status:404"},{"service":"http_status:404"}]}""", "Rule #1")]
    [InlineData("""{"ingress":[{"hostname":"a.cowlab.org","service":"nonsense"},{"service":"http_status:404"}]}""", "Rule #1")]
    [InlineData("""{"ingress":[{"service":"http_status:404","originRequest":{"connectTimeout":"10s"}}]}""", "connectTimeout")]
    public async Task Put_InvalidDocument_IsRefusedAndTheOldStays(string document, string said)
    {
        await using var lab = await CloudflareLab.StartAsync();
        var before = lab.State.Tunnels[0].Document.ToJsonString();

        var (status, body) = await lab.SendAsync(HttpMethod.Put, lab.Tunnel + "/configurations", new JsonObject { ["config"] = JsonNode.Parse(document) });

        Assert.Equal((400, 1056), (status, (int)body["errors"]![0]!["code"]!));
        Assert.Contains(said, (string)body["errors"]![0]!["message"]!);
        Assert.Equal((before, 7), (lab.State.Tunnels[0].Document.ToJsonString(), lab.State.Tunnels[0].Version));
    }

    [Fact]
    public async Task Connectors_AfterPut_CatchUpOneAfterTheOther()
    {
        await using var lab = await CloudflareLab.StartAsync();
        await lab.SendAsync(HttpMethod.Put, lab.Tunnel + "/configurations",
            new JsonObject { ["config"] = JsonNode.Parse("""{"ingress":[{"service":"http_status:404"}]}""") });

        Assert.Equal("7 7", await VersionsAsync(lab));
        lab.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("8 7", await VersionsAsync(lab));
        lab.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("8 8", await VersionsAsync(lab));
    }

    [Fact]
    public async Task List_ByName_FindsTheTunnel()
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (_, found) = await lab.SendAsync(HttpMethod.Get, $"/client/v4/accounts/{lab.State.AccountId}/cfd_tunnel?name=homelab&is_deleted=false");
        var (_, none) = await lab.SendAsync(HttpMethod.Get, $"/client/v4/accounts/{lab.State.AccountId}/cfd_tunnel?name=other");

        Assert.Equal("healthy", (string)Assert.Single(found["result"]!.AsArray())!["status"]!);
        Assert.Empty(none["result"]!.AsArray());
    }

    private static async Task<string> VersionsAsync(CloudflareLab lab)
    {
        var (_, body) = await lab.SendAsync(HttpMethod.Get, lab.Tunnel + "/connections");
        return string.Join(' ', body["result"]!.AsArray().Select(connector => (int)connector!["config_version"]!));
    }
}
