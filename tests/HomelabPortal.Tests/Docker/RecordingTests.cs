using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class RecordingTests
{
    /// <summary>Calls that the client has no use for.</summary>
    private static readonly string[] _notMade = ["007-no-such-endpoint.json", "034-stats-stream-3s.json", "126-image-history.json"];

    [SharedDataTheory]
    [InlineData("20.10", 135)]
    [InlineData("28.5", 135)]
    [InlineData("gpu-28.5", 30)]
    public async Task EveryRecording_ReadsAsRecorded(string folder, int count)
    {
        var recordings = Recording.LoadAll(folder);
        Assert.Equal(count, recordings.Count);
        foreach (var recording in recordings.Where(recording => !_notMade.Contains(recording.Name)))
        {
            var fault = await Record.ExceptionAsync(() => RecordedCalls.CheckAsync(recording));
            Assert.True(fault is null, $"{folder}/{recording.Name}: {fault}");
        }
    }

    [SharedDataTheory]
    [InlineData("cli-28.2-docker-run-create.json")]
    [InlineData("cli-gpus-variants-20.10.json")]
    [InlineData("compose-2.40-create-requests.json")]
    public void CreateRequests_OfOtherClients_AreReadWithoutLoss(string file)
    {
        var requests = JsonNode.Parse(File.ReadAllText(SharedData.PathOf("docker-fixtures", file)))!.AsArray();
        Assert.NotEmpty(requests);
        foreach (var body in requests.Select(request => request!["body"]!))
        {
            var spec = body.Deserialize(DockerJson.Wire.ContainerSpec)!;
            var again = JsonSerializer.SerializeToNode(spec, DockerJson.Wire.ContainerSpec)!;
            Assert.True(JsonNode.DeepEquals(Meaning(body, again), Meaning(again, again)), $"{Meaning(body, again)}\n{Meaning(again, again)}");
        }
    }

    [SharedDataTheory]
    [InlineData("20.10")]
    [InlineData("28.5")]
    public async Task Logs_OfARecordedContainer_AreItsLines(string folder)
    {
        var log = Recording.Load(folder, "030-logs-mux.json");
        var lines = await ReadLogAsync(Recording.Load(folder, "023-inspect-running-healthy.json"), log, new LogOptions());
        Assert.Equal([(LogStream.Error, "err"), (LogStream.Output, "out")], lines.Select(line => (line.Stream, line.Text)));
        Assert.All(lines, line => Assert.Equal(2026, line.Timestamp?.Year));
    }

    [SharedDataTheory]
    [InlineData("20.10")]
    [InlineData("28.5")]
    public async Task Logs_OfAContainerWithATerminal_AreMergedLines(string folder)
    {
        var inspect = Recording.Load(folder, "023-inspect-running-healthy.json");
        var withTty = (JsonObject)inspect.Json!.DeepClone();
        withTty["Config"]!["Tty"] = true;
        var lines = await ReadLogAsync(
            inspect with { Body = System.Text.Encoding.UTF8.GetBytes(withTty.ToJsonString()) },
            Recording.Load(folder, "080-logs-tty-raw.json"),
            new LogOptions { Timestamps = false });
        Assert.Equal([new LogLine(LogStream.Output, null, "out"), new LogLine(LogStream.Output, null, "err")], lines);
    }

    [SharedDataTheory]
    [InlineData("20.10")]
    [InlineData("28.5")]
    public async Task Events_OfARecordedWindow_AllArrive(string folder)
    {
        var recording = Recording.Load(folder, "105-events-window.json");
        using var client = RecordedCalls.Play(recording);
        var events = new List<DockerEvent>();
        await foreach (var happened in client.EventsAsync(null, CancellationToken.None)) events.Add(happened);
        Assert.Equal(recording.Body.Count(b => b == (byte)'\n'), events.Count);
        Assert.Contains(events, happened => happened.Action == "health_status: unhealthy");
        Assert.All(events, happened => Assert.Equal(("container", 64), (happened.Type, happened.Actor?.Id?.Length)));
    }

    /// <summary>The members that both have: what the spec knows must come through, what it does not know is not its business.</summary>
    private static JsonNode? Meaning(JsonNode? node, JsonNode? known) => (node, known) switch
    {
        (JsonObject map, JsonObject of) => new JsonObject(map.Where(pair => of.ContainsKey(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, Meaning(pair.Value, of[pair.Key])))),
        (JsonArray list, JsonArray of) => new JsonArray([.. list.Select((item, i) => Meaning(item, of.ElementAtOrDefault(i)))]),
        _ => node?.DeepClone(),
    };

    private static async Task<List<LogLine>> ReadLogAsync(Recording inspect, Recording log, LogOptions options)
    {
        using var client = DockerClients.Scripted(asked => asked.Path.Contains("/logs", StringComparison.Ordinal) ? log.ToResponse() : inspect.ToResponse());
        var lines = new List<LogLine>();
        await foreach (var line in client.LogsAsync("gpu-app", options, CancellationToken.None)) lines.Add(line);
        return lines;
    }
}
