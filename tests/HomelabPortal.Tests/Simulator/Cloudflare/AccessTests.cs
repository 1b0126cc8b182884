using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare;

namespace HomelabPortal.Tests.Simulator.Cloudflare;

public sealed class AccessTests
{
    private const string Verify = "/client/v4/user/tokens/verify";

    [Fact]
    public async Task Token_WithoutDnsEdit_ReadsAndVerifiesButCannotWrite()
    {
        await using var lab = await CloudflareLab.StartAsync();
        lab.State.Tokens.Add(new CloudflareToken("reader", CloudflareScopes.ZoneRead | CloudflareScopes.DnsRead));
        lab.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "reader");

        Assert.Equal("active", (string)(await lab.SendAsync(HttpMethod.Get, Verify)).Body["result"]!["status"]!);
        Assert.Equal(200, (await lab.SendAsync(HttpMethod.Get, lab.Records)).Status);
        var (status, body) = await lab.PostRecordAsync("A", "x", "10.0.0.1");

        Assert.Equal((403, 10000), (status, (int)body["errors"]![0]!["code"]!));
        Assert.Equal("Authentication error", (string)body["errors"]![0]!["message"]!);
        Assert.DoesNotContain(lab.State.Zones[0].Records, record => (string)record["name"]! == "x.cowlab.org");
    }

    [Theory]
    [InlineData("Bearer unknown", 403, 9109)]
    [InlineData("Bearer two words", 400, 6003)]
    [InlineData("Basic abc", 400, 6003)]
    [InlineData(null, 400, 9106)]
    public async Task Token_NotUsable_IsRefused(string? header, int status, int code)
    {
        await using var lab = await CloudflareLab.StartAsync();
        lab.Client.DefaultRequestHeaders.Authorization = null;
        if (header is not null) lab.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        var answer = await lab.SendAsync(HttpMethod.Get, lab.Records);

        Assert.Equal((status, code), (answer.Status, (int)answer.Body["errors"]![0]!["code"]!));
    }

    [Fact]
    public async Task Token_Expired_SaysSoOnVerifyAndIsRefusedElsewhere()
    {
        await using var lab = await CloudflareLab.StartAsync();
        lab.State.Tokens[0] = lab.State.Tokens[0] with { Status = "expired" };

        Assert.Equal("expired", (string)(await lab.SendAsync(HttpMethod.Get, Verify)).Body["result"]!["status"]!);
        Assert.Equal(403, (await lab.SendAsync(HttpMethod.Get, lab.Records)).Status);
    }

    [Theory]
    [InlineData("/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/dns_records")]
    [InlineData("/client/v4/accounts/023e105f4ecef8ad9ca31a8372d0c353/cfd_tunnel")]
    [InlineData("/client/v4/nothing/here")]
    public async Task Path_OfAnotherAccount_CannotBeRouted(string path)
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (status, body) = await lab.SendAsync(HttpMethod.Get, path);

        Assert.Equal((404, 7003), (status, (int)body["errors"]![0]!["code"]!));
        Assert.Equal(7000, (int)body["errors"]![1]!["code"]!);
    }

    [Fact]
    public async Task Budget_Spent_BlocksUntilFiveMinutesHavePassed()
    {
        await using var lab = await CloudflareLab.StartAsync(time =>
        {
            var state = new CloudflareState(time, callsPerFiveMinutes: 2);
            state.Tokens.Add(new CloudflareToken(CloudflareLab.Token, CloudflareScopes.All));
            return state;
        });
        await lab.SendAsync(HttpMethod.Get, Verify);
        await lab.SendAsync(HttpMethod.Get, Verify);

        using var blocked = await lab.Client.GetAsync(Verify);
        lab.Time.Advance(TimeSpan.FromMinutes(5));
        using var later = await lab.Client.GetAsync(Verify);

        Assert.Equal(429, (int)blocked.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(5), blocked.Headers.RetryAfter!.Delta);
        Assert.Equal("0", blocked.Headers.GetValues("x-ratelimit-remaining").Single());
        Assert.Equal(200, (int)later.StatusCode);
    }

    [Fact]
    public async Task Body_NotJson_IsRefused()
    {
        await using var lab = await CloudflareLab.StartAsync();
        using var response = await lab.Client.PostAsync(lab.Records, new StringContent("{"));

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(9207, (int)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!["code"]!);
    }

    [Fact]
    public async Task Zones_ByName_FindTheOne()
    {
        await using var lab = await CloudflareLab.StartAsync();

        var (_, found) = await lab.SendAsync(HttpMethod.Get, "/client/v4/zones?name=cowlab.org&status=active");
        var (_, none) = await lab.SendAsync(HttpMethod.Get, "/client/v4/zones?name=example.org");

        Assert.Equal(lab.State.Zones[0].Id, (string)Assert.Single(found["result"]!.AsArray())!["id"]!);
        Assert.Empty(none["result"]!.AsArray());
    }
}
