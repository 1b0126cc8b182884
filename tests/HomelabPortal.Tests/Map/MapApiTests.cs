using System.Xml.Linq;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Api;

namespace HomelabPortal.Tests.Map;

/// <summary>On the simulated lab, through the API.</summary>
public sealed class MapApiTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Get_OfTheLab_FollowsAHostnameToItsMachine()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);
        var seen = "";
        await Eventually.HoldsAsync(
            async () => (seen = (await ApiCall.SendAsync(client, "GET", "/map")).Text).Contains("container:media-box/jellyfin\"", StringComparison.Ordinal) && seen.Contains("name:jellyfin.cowlab.org", StringComparison.Ordinal), () => $"It is not drawn: {seen}", _patience);

        var map = (await ApiCall.SendAsync(client, "GET", "/map")).Json;
        var path = map["paths"]!.AsArray().Single(one => (string?)one!["hostname"] == "jellyfin.cowlab.org")!;

        Assert.Equal("live", (string?)map["state"]);
        Assert.Equal("internet", (string?)path["legs"]![0]!["from"]);
        Assert.Equal("container:media-box/jellyfin", (string?)path["legs"]!.AsArray()[^1]!["to"]);
    }

    [Fact]
    public async Task Get_ThePicture_IsAFileThatStandsAlone()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Viewer);
        ApiCall? call = null;
        await Eventually.HoldsAsync(async () => (call = await ApiCall.SendAsync(client, "GET", "/map/picture")).Text.Contains("jellyfin", StringComparison.Ordinal), () => "It is not drawn.", _patience);

        Assert.Equal("image/svg+xml", call!.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment; filename=\"lab-map.svg\"", call.Response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("svg", XDocument.Parse(call.Text).Root!.Name.LocalName);
        Assert.Contains("<symbol", call.Text);
    }
}
