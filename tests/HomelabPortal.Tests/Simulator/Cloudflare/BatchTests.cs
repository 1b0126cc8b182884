using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Cloudflare;

public sealed class BatchTests
{
    [Fact]
    public async Task Batch_SwapsAddressForAlias_BecauseDeletesComeFirst()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var pihole = lab.State.Zones[0].Records.Single(record => (string)record["name"]! == "pihole.cowlab.org");

        var (status, body) = await lab.SendAsync(HttpMethod.Post, lab.Records + "/batch", new JsonObject
        {
            ["posts"] = new JsonArray(Record("CNAME", "pihole", "example.org")),
            ["deletes"] = new JsonArray(new JsonObject { ["id"] = (string)pihole["id"]! }),
        });

        Assert.Equal(200, status);
        Assert.Equal("pihole.cowlab.org", (string)body["result"]!["deletes"]![0]!["name"]!);
        Assert.Equal("CNAME", (string)lab.State.Zones[0].Records.Single(record => (string)record["name"]! == "pihole.cowlab.org")["type"]!);
    }

    [Fact]
    public async Task Batch_OneOperationFails_ChangesNothing()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var before = lab.State.Zones[0].Records.ToList();

        var (status, body) = await lab.SendAsync(HttpMethod.Post, lab.Records + "/batch", new JsonObject
        {
            ["deletes"] = new JsonArray(new JsonObject { ["id"] = (string)before[0]["id"]! }),
            ["posts"] = new JsonArray(Record("A", "fine", "10.0.0.1"), Record("CNAME", "pihole", "example.org")),
        });

        Assert.Equal((400, 81053), (status, (int)body["errors"]![0]!["code"]!));
        Assert.Equal(before, lab.State.Zones[0].Records);
    }

    [Fact]
    public async Task Batch_OverTheLimit_IsRefused()
    {
        await using var lab = await CloudflareLab.StartAsync();
        JsonObject Posts(int count) => new() { ["posts"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode)Record("A", $"n{i}", "10.0.0.1"))]) };

        Assert.Equal(400, (await lab.SendAsync(HttpMethod.Post, lab.Records + "/batch", Posts(201))).Status);
        Assert.Equal(200, (await lab.SendAsync(HttpMethod.Post, lab.Records + "/batch", Posts(200))).Status);
    }

    private static JsonObject Record(string type, string name, string content)
        => new JsonObject { ["type"] = type, ["name"] = name, ["content"] = content };
}
