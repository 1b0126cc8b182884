using System.Text.Json.Nodes;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Api;

namespace HomelabPortal.Tests.Trace;

/// <summary>On the simulated lab, through the API.</summary>
public sealed class TraceApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Get_NameThroughTheTunnel_HasEveryStationWithItsCommand()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        var trace = await UntilAsync(client, "jellyfin.cowlab.org", one => one["entries"]![0]!["hops"]!.AsArray().Count > 5);

        var hops = trace["entries"]![0]!["hops"]!.AsArray();
        Assert.Equal("tunnel", (string?)trace["entries"]![0]!["kind"]);
        Assert.Equal(["dns", "tunnel", "route", "service"], hops.Take(4).Select(hop => (string?)hop!["kind"]));
        Assert.All(hops, hop => Assert.NotEqual("", (string?)hop!["command"]));
    }

    [Fact]
    public async Task Get_TunnelThatIsGone_EndsAtDnsWithTheRemedy()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        var trace = await UntilAsync(client, "old-blog.cowlab.org", one => (string?)one["verdict"] == "broken");

        Assert.Equal(("dns", "dns.dangling"), ((string?)trace["culprit"], (string?)trace["code"]));
        Assert.NotEqual("", (string?)trace["remedy"]);
    }

    [Fact]
    public async Task Get_WhatIsNoHostname_IsRefused()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);

        Assert.Equal(400, (int)(await ApiCall.SendAsync(client, "GET", "/trace/a_b")).Status);
    }

    /// <summary>Only the edge is real in a simulated lab; its addresses may be somebody's machines.</summary>
    [Fact]
    public async Task Probe_NameOfASimulatedLab_AsksTheEdgeAloneAndNamesItsVantage()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);
        await UntilAsync(client, "laser.cowlab.org", one => (string?)one["verdict"] is not null);
        JsonNode? probe = null;
        await Eventually.HoldsAsync(async () => (probe = (await ApiCall.SendAsync(client, "POST", "/trace/laser.cowlab.org/probe")).Json)["sights"] is not null, () => $"It was not probed: {probe}", _patience);

        var sights = probe!["sights"]!.AsArray();
        Assert.Contains(sights, sight => (string?)sight!["vantage"] == "through the public edge" && (string?)sight["outcome"] is "verified" or "notTested");
        Assert.DoesNotContain(sights, sight => ((string?)sight!["vantage"])!.StartsWith("straight", StringComparison.Ordinal) && (string?)sight["outcome"] != "notTested");
    }

    [Theory]
    [InlineData("example.net")]
    [InlineData("localhost")]
    [InlineData("169.254.169.254")]
    public async Task Probe_NameThatTheLabDoesNotKnow_IsRefused(string name)
    {
        using var client = await portal.Host.WithTokenAsync(Role.Operator);

        Assert.Equal(422, (int)(await ApiCall.SendAsync(client, "POST", $"/trace/{name}/probe")).Status);
    }

    private static async Task<JsonNode> UntilAsync(HttpClient client, string name, Func<JsonNode, bool> condition)
    {
        JsonNode? trace = null;
        await Eventually.HoldsAsync(async () => condition(trace = (await ApiCall.SendAsync(client, "GET", $"/trace/{name}")).Json), () => $"The trace is {trace}", _patience);
        return trace!;
    }
}
