using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Docker;

public sealed class StreamTests
{
    [Fact]
    public async Task Logs_WithoutTerminal_AreFramedByStream()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", "echo out; echo err >&2; sleep 99");
        await lab.SendAsync("POST", "/containers/job/start");

        using var response = await lab.Client.GetAsync("/v1.45/containers/job/logs?stdout=1&stderr=1");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/vnd.docker.multiplexed-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("\u0001\0\0\0\0\0\0\u0004out\n\u0002\0\0\0\0\0\0\u0004err\n", Encoding.Latin1.GetString(bytes));
    }

    [Fact]
    public async Task Logs_WithTerminal_AreRaw()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", "echo out; echo err >&2", spec => spec["Tty"] = true);
        await lab.SendAsync("POST", "/containers/job/start");

        Assert.Equal("out\r\nerr\r\n", await lab.Client.GetStringAsync("/v1.45/containers/job/logs?stdout=1&stderr=1"));
    }

    [Theory]
    [InlineData("stdout=1&stderr=0", "one two three four")]
    [InlineData("stdout=1&tail=2", "three four")]
    [InlineData("stdout=1&tail=0", "")]
    [InlineData("stdout=1&since=1795253402", "three four")]
    [InlineData("stdout=1&since=1795253401.5&until=1795253402", "three")]
    public async Task Logs_Narrowed_GiveThatPart(string query, string lines)
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", "echo one; sleep 1; echo two; sleep 1; echo three; sleep 1; echo four; exit 0", spec => spec["Tty"] = true);
        await lab.SendAsync("POST", "/containers/job/start");
        lab.Time.Advance(TimeSpan.FromSeconds(10));

        var text = await lab.Client.GetStringAsync("/containers/job/logs?" + query);

        Assert.Equal(lines, string.Join(' ', text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Logs_WithTimestamps_BeginEveryLineWithNanoseconds()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", "echo one", spec => spec["Tty"] = true);
        await lab.SendAsync("POST", "/containers/job/start");

        Assert.Equal("2026-11-21T09:30:00.000000000Z one\r\n", await lab.Client.GetStringAsync("/containers/job/logs?stdout=1&timestamps=1"));
    }

    [Fact]
    public async Task Logs_NoStreamChosen_IsRefused()
    {
        await using var lab = await DockerLab.StartAsync();

        var (status, body) = await lab.SendAsync("GET", "/containers/ollama/logs");

        Assert.Equal((400, "Bad parameters: you must choose at least one stream"), (status, (string)body!["message"]!));
    }

    [Fact]
    public async Task Logs_Followed_GoOnUntilTheContainerStops()
    {
        await using var lab = await DockerLab.StartAsync();
        await lab.CreateAsync("job", "echo one; sleep 5; echo two; exit 0", spec => spec["Tty"] = true);
        await lab.SendAsync("POST", "/containers/job/start");

        using var response = await lab.Client.GetAsync("/containers/job/logs?stdout=1&follow=1", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("one", await reader.ReadLineAsync());
        lab.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("two", await reader.ReadLineAsync());
        Assert.Null(await reader.ReadLineAsync());
    }

    [Fact]
    public async Task Events_Followed_TellWhatHappens()
    {
        await using var lab = await DockerLab.StartAsync();
        var filters = Uri.EscapeDataString("""{"type":["container"],"event":["create","start","die","destroy"]}""");
        using var response = await lab.Client.GetAsync("/v1.51/events?filters=" + filters, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        var id = await lab.CreateAsync("job", "exit 3");
        await lab.SendAsync("POST", "/containers/job/start");
        await lab.SendAsync("DELETE", "/containers/job");

        foreach (var action in new[] { "create", "start", "die", "destroy" })
        {
            var happened = JsonNode.Parse((await reader.ReadLineAsync())!)!;
            Assert.Equal((action, id, "job"), ((string)happened["Action"]!, (string)happened["Actor"]!["ID"]!, (string)happened["Actor"]!["Attributes"]!["name"]!));
            if (action is "die") Assert.Equal("3", (string)happened["Actor"]!["Attributes"]!["exitCode"]!);
        }
    }

    [Fact]
    public async Task Events_Since_AreReplayed_AndUntilEndsTheStream()
    {
        await using var lab = await DockerLab.StartAsync();
        lab.Time.Advance(TimeSpan.FromMinutes(1));
        var since = lab.Time.GetUtcNow().ToUnixTimeSeconds();
        await lab.CreateAsync("job", "sleep 99");
        lab.Time.Advance(TimeSpan.FromSeconds(2));

        var text = await lab.Client.GetStringAsync($"/events?since={since}&until={since + 1}");

        Assert.Equal("create", (string)JsonNode.Parse(text.Trim())!["status"]!);
    }
}
