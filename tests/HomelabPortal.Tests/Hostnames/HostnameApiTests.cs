using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Api;

namespace HomelabPortal.Tests.Hostnames;

/// <summary>The whole way on a simulated lab: expose, prove from outside, meddle, see the classes change.</summary>
public sealed class HostnameApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private CloudflareState Account => portal.Host.Lab.Lab.CloudflareState;

    [Fact]
    public async Task Expose_ThroughTheTunnel_IsProvedFromOutsideAndMissedWhenItsRuleGoes()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var name = Wishes.NewHostname();
        await ApiCall.SendAsync(client, "PUT", "/policy", """{"policy":"observe"}""", ("If-Match", "*"));
        await ApiCall.SendAsync(client, "PUT", "/policy", """{"policy":"sync"}""", ("If-Match", "*"));
        Assert.Equal(201, (int)(await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name, visibility: "tunnel", confirm: name))).Status);

        await UntilAsync(client, name, row => (string?)row["probe"]?["class"] == "answer" && (string?)row["class"] == "healthy");

        await ApiCall.SendAsync(client, "PUT", "/policy", """{"policy":"observe"}""", ("If-Match", "*"));
        lock (Account.Gate)
        {
            var tunnel = Account.Tunnels[0];
            var document = tunnel.Document.DeepClone().AsObject();
            var rules = document["ingress"]!.AsArray();
            rules.Remove(rules.Single(rule => (string?)rule!["hostname"] == name));
            tunnel.Put(document);
        }

        await ApiCall.SendAsync(client, "POST", "/looks");
        await UntilAsync(client, name, row => (string?)row["class"] == "declaredMissing" && (string?)row["reach"] == "nobody");
        JsonNode? probe = null;
        await Eventually.HoldsAsync(
            async () => (probe = (await ApiCall.SendAsync(client, "POST", $"/hostnames/{name}/probe")).Json)["class"] is not null, () => $"It was not tried: {probe}", _patience);
        Assert.Equal("catchAll", (string?)probe!["class"]);
    }

    [Theory]
    [InlineData("jellyfin.cowlab.org", "accessRedirect")]
    [InlineData("old-blog.cowlab.org", "tunnelDown")]
    [InlineData("laser.cowlab.org", "answer")]
    public async Task Probe_NameOfTheReferenceLab_IsWhatTheEdgeSays(string name, string kind)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);
        await UntilAsync(client, name, row => (string?)row["class"] is not (null or "unknown"));

        Assert.Equal(kind, (string?)(await ApiCall.SendAsync(client, "POST", $"/hostnames/{name}/probe")).Json["class"]);
    }

    [Theory]
    [InlineData("sonarr.cowlab.org")]
    [InlineData("pihole.cowlab.org")]
    [InlineData("example.net")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("evil.example.net%2F.cowlab.org")]
    [InlineData("user@jellyfin.cowlab.org")]
    [InlineData("jellyfin.cowlab.org:22")]
    public async Task Probe_NameThatDoesNotLeadThroughTheEdge_IsNeverAsked(string name)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);

        Assert.Contains((int)(await ApiCall.SendAsync(client, "POST", $"/hostnames/{name}/probe")).Status, new[] { 404, 422 });
    }

    [Fact]
    public async Task Probe_ProxiedNameThatResolvesIntoTheHouse_IsReportedAndNotConnectedTo()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        lock (Account.Gate)
            Account.Zones[0].Create(new JsonObject { ["type"] = "CNAME", ["name"] = "inward", ["content"] = "rebind.house.example.net", ["proxied"] = true, ["ttl"] = 1 });
        portal.Host.Lab.Lab.EdgeOverrides["inward.cowlab.org"] = "10.0.0.53";
        await ApiCall.SendAsync(client, "POST", "/looks");
        await UntilAsync(client, "inward.cowlab.org", row => (string?)row["name"] is not null);

        Assert.Equal("houseAddress", (string?)(await ApiCall.SendAsync(client, "POST", "/hostnames/inward.cowlab.org/probe")).Json["class"]);
    }

    [Fact]
    public async Task Probe_TwiceAtOnce_IsRefused()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        await UntilAsync(client, "printer.cowlab.org", row => (string?)row["class"] is not (null or "unknown"));
        await ApiCall.SendAsync(client, "POST", "/hostnames/printer.cowlab.org/probe");

        Assert.Equal(422, (int)(await ApiCall.SendAsync(client, "POST", "/hostnames/printer.cowlab.org/probe")).Status);
    }

    [Fact]
    public async Task Probe_Viewer_MayNot()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        Assert.Equal(403, (int)(await ApiCall.SendAsync(client, "POST", "/hostnames/jellyfin.cowlab.org/probe")).Status);
    }

    private static async Task UntilAsync(HttpClient client, string name, Func<JsonNode, bool> holds)
    {
        var last = "";
        await Eventually.HoldsAsync(
            async () =>
            {
                var call = await ApiCall.SendAsync(client, "GET", $"/hostnames/{name}");
                last = call.Text;
                return (int)call.Status == 200 && holds(call.Json);
            },
            () => $"{name} stays {last}", _patience);
    }
}
