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

    private static async Task<JsonNode> UntilAsync(HttpClient client, string name, Func<JsonNode, bool> condition)
    {
        JsonNode? trace = null;
        await Eventually.HoldsAsync(async () => condition(trace = (await ApiCall.SendAsync(client, "GET", $"/trace/{name}")).Json), () => $"The trace is {trace}", _patience);
        return trace!;
    }
}
