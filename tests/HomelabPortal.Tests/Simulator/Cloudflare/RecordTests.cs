using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Cloudflare;

public sealed class RecordTests
{
    [Fact]
    public async Task Create_ShortName_ReadsBackAsFullName()
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (status, body) = await lab.PostRecordAsync("A", "Büro", "10.0.0.99");

        Assert.Equal(200, status);
        Assert.Equal("xn--bro-hoa.cowlab.org", (string)body["result"]!["name"]!);
        Assert.Equal(1, (int)body["result"]!["ttl"]!);
    }

    [Fact]
    public async Task Create_ProxiedWithTimeToLive_ReadsBackAsAutomatic()
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (_, body) = await lab.PostRecordAsync("A", "www", "203.0.113.9", record => (record["proxied"], record["ttl"]) = (true, 300));

        Assert.Equal(1, (int)body["result"]!["ttl"]!);
    }

    [Theory]
    [InlineData("CNAME", "pihole", "example.org", 81053)]
    [InlineData("A", "docs", "10.0.0.5", 81053)]
    [InlineData("CNAME", "docs", "elsewhere.example.org", 81053)]
    [InlineData("A", "pihole", "10.0.0.53", 81058)]
    [InlineData("NS", "pihole", "ns.example.org", 81056)]
    public async Task Create_NameTaken_IsRefusedWithItsCode(string type, string name, string content, int code)
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (status, body) = await lab.PostRecordAsync(type, name, content);

        Assert.Equal((400, code), (status, (int)body["errors"]![0]!["code"]!));
        Assert.False((bool)body["success"]!);
    }

    [Fact]
    public async Task Create_SameRecordWithOtherTimeToLive_IsTakenForTheSame()
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (_, body) = await lab.PostRecordAsync("A", "pihole", "10.0.0.53", record => record["ttl"] = 300);

        Assert.Equal(81057, (int)body["errors"]![0]!["code"]!);
    }

    [Fact]
    public async Task Create_SecondAddressOfAName_IsAllowed()
    {
        await using var lab = await CloudflareLab.StartAsync();

        Assert.Equal(200, (await lab.PostRecordAsync("A", "pihole", "10.0.0.54")).Status);
    }

    [Theory]
    [InlineData("A", "x", "10.1", 9005)]
    [InlineData("AAAA", "x", "10.0.0.1", 9006)]
    [InlineData("CNAME", "x", "not a host", 9007)]
    [InlineData("CNAME", "x", "x.cowlab.org", 9039)]
    [InlineData("WHAT", "x", "y", 9002)]
    [InlineData("A", "a..b", "10.0.0.1", 9000)]
    public async Task Create_InvalidRecord_NamesTheFaultInTheChain(string type, string name, string content, int code)
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (status, body) = await lab.PostRecordAsync(type, name, content);

        Assert.Equal((400, 1004), (status, (int)body["errors"]![0]!["code"]!));
        Assert.Equal(code, (int)body["errors"]![0]!["error_chain"]![0]!["code"]!);
    }

    [Theory]
    [InlineData("ttl", "30", 9021)]
    [InlineData("proxied", "true", 9003)]
    [InlineData("tags", "[\"owner:me\"]", 9300)]
    public async Task Create_MemberOutOfBounds_NamesTheFaultInTheChain(string member, string value, int code)
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (_, body) = await lab.PostRecordAsync("A", "x", "10.0.0.99", record => record[member] = JsonNode.Parse(value));

        Assert.Equal(code, (int)body["errors"]![0]!["error_chain"]![0]!["code"]!);
    }

    [Fact]
    public async Task Create_CommentOverAHundredCharacters_IsRefused()
    {
        await using var lab = await CloudflareLab.StartAsync();

        Assert.Equal(200, (await lab.PostRecordAsync("A", "x", "10.0.0.99", record => record["comment"] = new string('c', 100))).Status);
        Assert.Equal(400, (await lab.PostRecordAsync("A", "y", "10.0.0.99", record => record["comment"] = new string('c', 101))).Status);
    }

    [Fact]
    public async Task Put_WithoutComment_LosesIt_PatchKeepsIt()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var (_, created) = await lab.PostRecordAsync("A", "x", "10.0.0.99", record => record["comment"] = "mine");
        var path = $"{lab.Records}/{created["result"]!["id"]}";

        var (_, patched) = await lab.SendAsync(HttpMethod.Patch, path, new JsonObject { ["content"] = "10.0.0.98" });
        var (_, put) = await lab.SendAsync(HttpMethod.Put, path, new JsonObject { ["type"] = "A", ["name"] = "x", ["content"] = "10.0.0.97" });

        Assert.Equal("mine", (string)patched["result"]!["comment"]!);
        Assert.Null(put["result"]!["comment"]);
    }

    [Fact]
    public async Task Delete_Twice_SecondSaysItIsGone()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var path = $"{lab.Records}/{lab.State.Zones[0].Records[0]["id"]}";

        Assert.Equal(200, (await lab.SendAsync(HttpMethod.Delete, path)).Status);
        var (status, body) = await lab.SendAsync(HttpMethod.Delete, path);

        Assert.Equal((404, 81044), (status, (int)body["errors"]![0]!["code"]!));
    }

    [Theory]
    [InlineData("?comment.startswith=ON MEDIA", 1)]
    [InlineData("?comment.contains=outside", 1)]
    [InlineData("?comment.exact=Tunnel", 1)]
    [InlineData("?comment.present=true", 4)]
    [InlineData("?type=CNAME", 5)]
    [InlineData("?name=jellyfin.cowlab.org", 1)]
    [InlineData("?content.endswith=.cfargotunnel.com", 4)]
    [InlineData("?type=CNAME&name.contains=docs", 1)]
    [InlineData("?type=MX&name.contains=docs&match=any", 3)]
    [InlineData("?proxied=true", 4)]
    public async Task List_Filtered_ReturnsThoseThatMatch(string query, int count)
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (_, body) = await lab.SendAsync(HttpMethod.Get, lab.Records + query);

        Assert.Equal(count, body["result"]!.AsArray().Count);
    }

    [Fact]
    public async Task List_InPages_CoversEveryRecordOnce()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var ids = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var (_, body) = await lab.SendAsync(HttpMethod.Get, $"{lab.Records}?page={page}&per_page=8");
            ids.AddRange(body["result"]!.AsArray().Select(record => (string)record!["id"]!));
            Assert.Equal(lab.State.Zones[0].Records.Count, (int)body["result_info"]!["total_count"]!);
        }

        Assert.Equal(lab.State.Zones[0].Records.Select(record => (string)record["id"]!), ids);
    }
}
